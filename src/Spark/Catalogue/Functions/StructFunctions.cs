using SparkEtl.Spark.Catalogue.Functions.Collections;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions;

/// <summary>Structs.</summary>
internal static class StructFunctions
{
    private static readonly Rendering Row = Rendering.Text(call => call.Arguments.Count == 0
        ? throw new RefusedException("A struct without fields", "the embedded engine has none; leave the column out.")
        : $"CAST(row({string.Join(", ", call.Arguments)}) AS {call.TypeName(call.Type)})");

    // The names are written out, so that Spark does not take them from how an argument is written.
    private static readonly Function Named = new()
    {
        Name = "$struct",
        Kind = FunctionKind.Scalar,
        Family = "struct",
        Signature = Signature.Custom("(any...)", ResolveStruct),
        Spark = Rendering.Text(call => SparkText(call, call.Arguments)),
        DuckDb = Row,
    };

    public static IEnumerable<Function> All =>
    [
        ScalarEntry.Of("struct", "struct", Named.Signature, Row, spark: Named.Spark),
        ScalarEntry.Of(
            "struct",
            "named_struct",
            Signature.Custom("(name, value...)", ResolveNamed),
            Rendering.Rewrite((arguments, type) => new Call(Named, arguments.Where((_, i) => i % 2 == 1).ToSeq(), type, false))),
        ScalarEntry.Of(
            "struct", "with_field", Signature.Custom("(struct, constant name, any)", ResolveWithField), Rendering.Rewrite(WithField), spark: Rendering.Rewrite(WithField)),
        ScalarEntry.Of(
            "struct", "drop_fields", Signature.Custom("(struct, constant name...)", ResolveDropFields), Rendering.Rewrite(DropFields), spark: Rendering.Rewrite(DropFields)),
    ];

    private static string SparkText(RenderedCall call, IReadOnlyList<string> values)
    {
        var names = ((StructType)call.Type).Fields.Select(f => call.Render(Literal.Of(f.Name)));
        return $"named_struct({string.Join(", ", names.Zip(values, (n, v) => $"{n}, {v}"))})";
    }

    private static Resolution ResolveStruct(string function, Seq<Expression> arguments) => new(
        arguments.Map(a => a is Alias alias ? alias.Of : a),
        new StructType(arguments.Select((a, i) => new StructField(
            NamesOf.Expression(a) ?? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"col{i + 1}"), a.Type, a.Nullable))),
        false);

    private static Resolution ResolveNamed(string function, Seq<Expression> arguments)
    {
        if (arguments.Count % 2 != 0)
        {
            throw Signature.WrongCount(function, "2n arguments, names and values in turn", arguments.Count);
        }

        var fields = new List<StructField>();
        for (var i = 0; i < arguments.Count; i += 2)
        {
            fields.Add(new StructField(ConstantName(function, arguments[i]), arguments[i + 1].Type, arguments[i + 1].Nullable));
        }

        return new Resolution(arguments, new StructType(fields), false);
    }

    private static Resolution ResolveWithField(string function, Seq<Expression> arguments)
    {
        CollectionSignature.RequireCount(function, "(struct, name, value)", arguments, 3);
        var type = StructOf(function, arguments[0]);
        return new Resolution(arguments, With(type, Path(function, arguments[1]), arguments[2]), arguments[0].Nullable);
    }

    private static Resolution ResolveDropFields(string function, Seq<Expression> arguments)
    {
        if (arguments.Count < 2)
        {
            throw Signature.WrongCount(function, "(struct, names...)", arguments.Count);
        }

        var type = StructOf(function, arguments[0]);
        foreach (var name in arguments.Skip(1))
        {
            type = Without(type, Path(function, name));
        }

        return new Resolution(arguments, type, arguments[0].Nullable);
    }

    private static StructType StructOf(string function, Expression argument) =>
        argument.Type as StructType ?? throw Signature.WrongType(function, 0, "struct", argument);

    // Names of fields inside fields, as Column.withField writes them: a.b, quoted by backticks where a name holds a point.
    private static Seq<string> Path(string function, Expression name) => ConstantName(function, name) is var text && text.Contains('`', StringComparison.Ordinal)
        ? text.Split('`', StringSplitOptions.RemoveEmptyEntries).SelectMany((part, i) =>
            text[0] == '`' == (i % 2 == 0) ? [part] : part.Split('.', StringSplitOptions.RemoveEmptyEntries)).ToSeq()
        : text.Split('.').ToSeq();

    private static string ConstantName(string function, Expression name) => name switch
    {
        Literal { Value: string text } => text,
        Alias alias => ConstantName(function, alias.Of),
        _ => throw new AnalysisException(
            "DATATYPE_MISMATCH.CREATE_NAMED_STRUCT_WITHOUT_FOLDABLE_STRING", $"The names of {function} must be constant texts, found {name.Type.SimpleString}."),
    };

    private static StructType With(StructType type, Seq<string> path, Expression value)
    {
        var inner = path.Count == 1 ? null : path.Skip(1).ToSeq();
        StructField Changed(StructField field) => inner is null
            ? new StructField(path[0], value.Type, value.Nullable)
            : new StructField(field.Name, With(Nested(field), inner, value), field.IsNullable);
        var fields = type.Fields.Select(f => Same(f, path[0]) ? Changed(f) : f).ToList();
        if (type.IndexOf(path[0]) < 0)
        {
            fields.Add(inner is null ? Changed(new StructField(path[0], value.Type)) : throw Missing(path[0], type));
        }

        return new StructType(fields);
    }

    private static StructType Without(StructType type, Seq<string> path)
    {
        var fields = path.Count == 1
            ? type.Fields.Where(f => !Same(f, path[0])).ToList()
            : type.Fields.ConvertAll(f => Same(f, path[0]) ? new StructField(f.Name, Without(Nested(f), path.Skip(1).ToSeq()), f.IsNullable) : f);
        return fields.Count > 0 ? new StructType(fields) : throw new AnalysisException(
            "DATATYPE_MISMATCH.CANNOT_DROP_ALL_FIELDS", "A struct cannot lose all of its fields.");
    }

    private static Expression WithField(Seq<Expression> arguments, DataType type) =>
        Rebuilt(arguments[0], (StructType)type, Path("with_field", arguments[1]), arguments[2]);

    // Fields that are nowhere else come from the value; a field on the path is rebuilt from its own fields.
    private static Expression Rebuilt(Expression of, StructType type, Seq<string> path, Expression value) => OrNull(of, type, type.Fields.Select((f, i) =>
        !Same(f, path[0]) ? new GetField(of, i)
        : path.Count == 1 ? value
        : Rebuilt(new GetField(of, i), (StructType)f.DataType, path.Skip(1).ToSeq(), value)));

    private static Expression DropFields(Seq<Expression> arguments, DataType type)
    {
        var (result, current) = (arguments[0], (StructType)arguments[0].Type);
        foreach (var name in arguments.Skip(1))
        {
            var path = Path("drop_fields", name);
            var next = Without(current, path);
            (result, current) = (Reduced(result, next, path), next);
        }

        return result;
    }

    private static Expression Reduced(Expression of, StructType type, Seq<string> path)
    {
        var from = (StructType)of.Type;
        return path.Count == 1
            ? OrNull(of, type, Enumerable.Range(0, from.Fields.Count).Where(i => !Same(from.Fields[i], path[0])).Select(i => new GetField(of, i)))
            : OrNull(of, type, type.Fields.Select((f, i) => Same(f, path[0])
                ? Reduced(new GetField(of, i), (StructType)f.DataType, path.Skip(1).ToSeq())
                : new GetField(of, i)));
    }

    private static CaseWhen OrNull(Expression of, StructType type, IEnumerable<Expression> fields) => new(
        [new CaseBranch(Null(of), Literal.Null(type))], new Call(Named, fields.ToSeq(), type, false));

    private static Call Null(Expression of) => new(FunctionCatalogue.Get("isnull"), [of], SqlTypes.Boolean, false);

    private static StructType Nested(StructField field) => field.DataType as StructType ?? throw new AnalysisException(
        "INVALID_EXTRACT_BASE_FIELD_TYPE", $"The field '{field.Name}' is {field.DataType.SimpleString}, which has no fields.");

    private static AnalysisException Missing(string name, StructType type) => new(
        "FIELD_NOT_FOUND", $"The struct has no field '{name}'; its fields are {string.Join(", ", type.Fields.Select(f => f.Name))}.");

    private static bool Same(StructField field, string name) => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
