using System.Globalization;
using SparkEtl.Spark.Catalogue.Functions.Collections;
using SparkEtl.Spark.Catalogue.Functions.Operators;
using SparkEtl.Spark.Catalogue.Kernels.Json;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions;

/// <summary>Functions that give rows. A struct type is the columns of a row; the embedded engine gets a list of such structs.</summary>
internal static class GeneratorFunctions
{
    private static readonly Function JsonRow = Primitive.Of(
        "json row", Rendering.Kernel(_ => new Kernel(JsonTuple.Of) { SeesNulls = true, Variadic = true }));

    public static IEnumerable<Function> All =>
    [
        .. WithOuter("explode", "(array | map)", ResolveExplode, Rendering.Text(call => Structs(call, call.Expressions[0].Type is MapType
            ? $"map_entries({call.Arguments[0]})"
            : $"list_transform({call.Arguments[0]}, lambda e: row(e))"))),
        .. WithOuter("posexplode", "(array | map)", ResolvePosExplode, Rendering.Text(call => Structs(call, call.Expressions[0].Type is MapType
            ? $"list_transform(map_entries({call.Arguments[0]}), lambda e, i: row(i - 1, e.key, e.value))"
            : $"list_transform({call.Arguments[0]}, lambda e, i: row(i - 1, e))"))),
        .. WithOuter("inline", "(array of structs)", ResolveInline, Rendering.Template("{0}")),
        Of("stack", Signature.Custom("(constant int, any...)", ResolveStack), Rendering.Text(Stacked)),
        Of("json_tuple", Signature.Custom("(string, string...)", ResolveJsonTuple), Rendering.Rewrite((a, type) => JsonRow.Call(SqlTypes.ArrayOf(type), a))),
    ];

    private static IEnumerable<Function> WithOuter(
        string name, string description, Func<string, Seq<Expression>, Resolution> resolve, Rendering duckDb) =>
        [Of(name, Signature.Custom(description, resolve), duckDb), Of(name + "_outer", Signature.Custom(description, resolve), duckDb)];

    private static Function Of(string name, Signature signature, Rendering duckDb) => new()
    {
        Name = name,
        Kind = FunctionKind.Generator,
        Family = "generator",
        Signature = signature,
        Spark = Rendering.Native(name),
        DuckDb = duckDb,
    };

    private static string Structs(RenderedCall call, string rows) => $"CAST({rows} AS {call.TypeName(SqlTypes.ArrayOf(call.Type))})";

    private static Resolution ResolveExplode(string function, Seq<Expression> arguments) => Rows(arguments, Elements(function, arguments));

    private static Resolution ResolvePosExplode(string function, Seq<Expression> arguments) =>
        Rows(arguments, Elements(function, arguments).Prepend(new StructField("pos", SqlTypes.Integer, false)));

    private static IEnumerable<StructField> Elements(string function, Seq<Expression> arguments)
    {
        CollectionSignature.RequireCount(function, "(array | map)", arguments, 1);
        return arguments[0].Type switch
        {
            ArrayType array => [new StructField("col", array.ElementType, array.ContainsNull)],
            MapType map => MapFunctions.EntryOf(map).Fields,
            _ => throw Signature.WrongType(function, 0, "array or map", arguments[0]),
        };
    }

    private static Resolution ResolveInline(string function, Seq<Expression> arguments)
    {
        CollectionSignature.RequireCount(function, "(array of structs)", arguments, 1);
        return arguments[0].Type is ArrayType { ElementType: StructType row } array
            ? Rows(arguments, row.Fields.Select(f => new StructField(f.Name, f.DataType, f.IsNullable || array.ContainsNull)))
            : throw Signature.WrongType(function, 0, "array of structs", arguments[0]);
    }

    private static Resolution ResolveJsonTuple(string function, Seq<Expression> arguments)
    {
        if (arguments.Count < 2)
        {
            throw Signature.WrongCount(function, "(string, string...)", arguments.Count);
        }

        return arguments.FirstOrDefault(a => a.Type is not (StringType or NullType)) is { } other
            ? throw new AnalysisException("DATATYPE_MISMATCH.NON_STRING_TYPE", $"{function} takes texts, found {other.Type.SimpleString}.")
            : Rows(
                arguments.Map(a => Coercion.CastTo(a, SqlTypes.String)),
                arguments.Skip(1).Select((_, i) => new StructField(string.Create(CultureInfo.InvariantCulture, $"c{i}"), SqlTypes.String)));
    }

    private static Resolution ResolveStack(string function, Seq<Expression> arguments)
    {
        if (arguments.Count < 2)
        {
            throw Signature.WrongCount(function, "(constant int, any...)", arguments.Count);
        }

        if (arguments[0] is not Literal { Value: int rows })
        {
            throw new AnalysisException(
                "DATATYPE_MISMATCH.NON_FOLDABLE_INPUT", $"The number of rows of {function} must be a constant int, found {arguments[0].Type.SimpleString}.");
        }

        if (rows < 1)
        {
            throw new AnalysisException("DATATYPE_MISMATCH.VALUE_OUT_OF_RANGE", $"The number of rows of {function} must be at least 1, found {rows}.");
        }

        var values = arguments.Skip(1).ToSeq();
        var width = ((values.Count - 1) / rows) + 1;
        var columns = Enumerable.Range(0, width).Select(c => Column(function, values.Where((_, i) => i % width == c).ToSeq(), c)).ToArray();
        return Rows(
            values.Select((v, i) => Coercion.CastTo(v, columns[i % width].DataType)).Prepend(arguments[0]).ToSeq(), columns);
    }

    private static StructField Column(string function, Seq<Expression> values, int index)
    {
        var types = values.Map(v => v.Type).Where(t => t is not NullType).ToSeq();
        var type = types.Count == 0 ? SqlTypes.Null : types[0];
        return types.All(t => Coercion.SameShape(t, type))
            ? new StructField(string.Create(CultureInfo.InvariantCulture, $"col{index}"), type)
            : throw new AnalysisException(
                "DATATYPE_MISMATCH.STACK_COLUMN_DIFF_TYPES",
                $"Column {index} of {function} must have one type, found {string.Join(", ", types.Map(t => t.SimpleString))}. Cast the values.");
    }

    // The last row is filled with nulls.
    private static string Stacked(RenderedCall call)
    {
        var columns = ((StructType)call.Type).Fields;
        var rows = (int)((Literal)call.Expressions[0]).Value!;
        var values = call.Arguments.Skip(1).ToArray();
        var texts = Enumerable.Range(0, rows).Select(r =>
            $"row({string.Join(", ", columns.Select((c, i) => Value((r * columns.Count) + i, c)))})");
        return Structs(call, $"[{string.Join(", ", texts)}]");

        string Value(int index, StructField column) => index < values.Length ? values[index] : $"CAST(NULL AS {call.TypeName(column.DataType)})";
    }

    private static Resolution Rows(Seq<Expression> arguments, IEnumerable<StructField> columns) => new(arguments, new StructType(columns), false);
}
