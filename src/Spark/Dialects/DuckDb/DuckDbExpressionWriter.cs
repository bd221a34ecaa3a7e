using System.Globalization;
using System.Text;
using SparkEtl.Spark.Catalogue;
using SparkEtl.Spark.Catalogue.Functions.Operators;
using SparkEtl.Spark.Catalogue.Kernels.Casts;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Dialects.DuckDb;

/// <summary>Expressions in the embedded engine's SQL. Every text has exactly the type that stands for the expression's.</summary>
internal sealed class DuckDbExpressionWriter(SqlGenerator generator) : ExpressionWriter(generator)
{
    // A cast is no function of the catalogue; its C# functions are registered under these.
    private static readonly Function CastFunction = Primitive.Of("cast", Rendering.Refused("written as CAST"));
    private static readonly Function TryCastFunction = Primitive.Of("try_cast", Rendering.Refused("written as TRY_CAST"));

    // The engine puts nulls inside nested values last, Spark first.
    private static readonly Function NestedKey = Primitive.Kernel("sort key", (Func<object, byte[]>)Catalogue.Kernels.Nested.SortKey.Of);

    public override string VisitLiteral(Literal literal) => Value(literal.Value, literal.Type);

    public override string VisitCast(Cast cast)
    {
        var of = Write(cast.Of);
        if (cast.Of.Type is NullType || CastRules.CanBeNative(cast.Of.Type, cast.Type))
        {
            return $"CAST({of} AS {Dialect.TypeName(cast.Type)})";
        }

        var site = new KernelSite([cast.Of.Type], cast.Type);
        var kernel = CastKernels.For(cast.Of.Type, cast.Type, cast.Try) ?? throw new Sql.RefusedException(
            $"A cast from {cast.Of.Type.SimpleString} to {cast.Type.SimpleString}", "it has no meaning on the embedded engine.");
        return Typed($"{Generator.Sources.Kernel(cast.Try ? TryCastFunction : CastFunction, site, kernel)}({of})", cast.Type);
    }

    public override string VisitGetField(GetField getField)
    {
        var type = (StructType)getField.Of.Type;
        return $"struct_extract({Write(getField.Of)}, {DuckDbDialect.QuoteText(DuckDbDialect.FieldNames(type)[getField.Index])})";
    }

    protected override string SortKey(Expression of) => Write(ComparisonRewrite.IsNested(of.Type) ? NestedKey.Call(SqlTypes.Binary, of) : of);

    protected override string LambdaText(Seq<string> parameters, string body) => $"lambda {string.Join(", ", parameters)}: {body}";

    protected override string Let(string name, string value, string body) => $"list_extract(list_transform([{value}], {LambdaText([name], body)}), 1)";

    protected override string Fields(IReadOnlyList<string> values) =>
        $"struct_pack({string.Join(", ", values.Select((v, i) => string.Create(CultureInfo.InvariantCulture, $"f{i} := {v}")))})";

    protected override string KernelCall(Function function, Seq<Expression> arguments, DataType type, Func<KernelSite, Kernel> make)
    {
        var site = new KernelSite(arguments.Map(a => a.Type), type);
        return Typed($"{Generator.Sources.Kernel(function, site, make(site))}({string.Join(", ", arguments.Map(Write))})", type);
    }

    protected override string KernelAggregate(
        Function function, Seq<Expression> arguments, DataType type, Func<KernelSite, AggregateKernel> make, AggregateClauses clauses)
    {
        var site = new KernelSite(arguments.Map(a => a.Type), type);
        var name = Generator.Sources.Aggregate(function, site, make(site));
        return $"{name}({clauses.Distinct}{string.Join(", ", arguments.Map(Write))}{clauses.Order}){clauses.After}";
    }

    protected override string NativeCall(string name, Seq<string> arguments, AggregateClauses clauses) =>
        $"{name}({clauses.Distinct}{string.Join(", ", arguments)}{(clauses.IgnoresNulls ? " IGNORE NULLS" : string.Empty)}{clauses.Order}){clauses.After}";

    protected override string Offset(FrameBound bound, Seq<SortOrder> order)
    {
        var of = order.Count == 1 ? order[0].Of.Type : null;
        return (of, bound.Offset!.Value, bound.Offset.Type) switch
        {
            (DateType or TimestampType or TimestampNtzType, long micros, DayTimeIntervalType) =>
                string.Create(CultureInfo.InvariantCulture, $"to_microseconds({micros})"),
            (DateType or TimestampType or TimestampNtzType, int months, YearMonthIntervalType) =>
                string.Create(CultureInfo.InvariantCulture, $"to_months({months})"),
            (DateType, var days, IntegralType) => string.Create(CultureInfo.InvariantCulture, $"to_days({days})"),
            _ => Write(bound.Offset),
        };
    }

    // DuckDB folds a call with a null constant to a null without a type; the cast gives it back, and is nothing where the type is right.
    private string Typed(string call, DataType type) => $"CAST({call} AS {Dialect.TypeName(type)})";

    private string Value(object? value, DataType type)
    {
        if (value is null)
        {
            return $"CAST(NULL AS {Dialect.TypeName(type)})";
        }

        var invariant = CultureInfo.InvariantCulture;
        return value switch
        {
            bool b => b ? "true" : "false",

            // A bare whole number is an INTEGER when it fits; the least int would be read as a negated bigint.
            int v when type is not (DateType or YearMonthIntervalType) && v != int.MinValue => v < 0 ? string.Create(invariant, $"({v})") : v.ToString(invariant),
            int v when type is DateType => $"CAST('{DateTimeText.Date(v)}' AS DATE)",
            long v when type is TimestampType or TimestampNtzType => string.Create(invariant, $"make_timestamp(CAST({Whole(v)} AS BIGINT))"),
            sbyte or short or int or long => $"CAST({Whole(Convert.ToInt64(value, invariant))} AS {Dialect.TypeName(type)})",
            float f => float.IsFinite(f) ? string.Create(invariant, $"CAST('{f:R}' AS FLOAT)") : $"CAST('{Special(f)}' AS FLOAT)",
            double d => double.IsFinite(d) ? string.Create(invariant, $"CAST('{d:R}' AS DOUBLE)") : $"CAST('{Special(d)}' AS DOUBLE)",
            DecimalValue d => $"CAST('{d}' AS {Dialect.TypeName(type)})",
            string s => DuckDbDialect.QuoteText(s),
            byte[] b => b.Length == 0 ? "CAST('' AS BLOB)" : $"from_hex('{Convert.ToHexString(b)}')",
            object?[] items when type is ArrayType array => $"CAST([{string.Join(", ", items.Select(i => Value(i, array.ElementType)))}] AS {Dialect.TypeName(type)})",
            object?[] items when type is StructType row => Struct(items, row),
            KeyValuePair<object, object?>[] entries when type is MapType map => Map(entries, map),
            _ => throw new InvalidOperationException($"A literal of {value.GetType().Name} as {type.SimpleString}."),
        };
    }

    private static string Whole(long value) => value == long.MinValue ? "'-9223372036854775808'" : value.ToString(CultureInfo.InvariantCulture);

    private static string Special(double value) => double.IsNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";

    private string Struct(object?[] items, StructType type)
    {
        var names = DuckDbDialect.FieldNames(type);
        var text = new StringBuilder("struct_pack(");
        text.AppendJoin(", ", items.Select((item, i) => $"{DuckDbDialect.QuoteName(names[i])} := {Value(item, type.Fields[i].DataType)}"));
        return text.Append(')').ToString();
    }

    private string Map(KeyValuePair<object, object?>[] entries, MapType type) =>
        $"CAST(map([{string.Join(", ", entries.Select(e => Value(e.Key, type.KeyType)))}], [{string.Join(", ", entries.Select(e => Value(e.Value, type.ValueType)))}]) AS {Dialect.TypeName(type)})";
}
