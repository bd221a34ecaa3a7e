using System.Globalization;
using SparkEtl.Spark.Catalogue;
using SparkEtl.Spark.Catalogue.Kernels.Casts;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Dialects.SparkSql;

/// <summary>Expressions in Spark's SQL.</summary>
internal sealed class SparkExpressionWriter(SqlGenerator generator) : ExpressionWriter(generator)
{
    public override string VisitLiteral(Literal literal) => Value(literal.Value, literal.Type);

    public override string VisitCast(Cast cast) =>
        $"{(cast.Try ? "TRY_CAST" : "CAST")}({Write(cast.Of)} AS {Dialect.TypeName(cast.Type)})";

    public override string VisitGetField(GetField getField) => $"{Write(getField.Of)}.{Dialect.Quote(getField.Field.Name)}";

    protected override string LambdaText(Seq<string> parameters, string body) =>
        parameters.Count == 1 ? $"{parameters[0]} -> {body}" : $"({string.Join(", ", parameters)}) -> {body}";

    protected override string Let(string name, string value, string body) => $"transform(array({value}), {LambdaText([name], body)})[0]";

    protected override string Fields(IReadOnlyList<string> values) =>
        $"named_struct({string.Join(", ", values.Select((v, i) => string.Create(CultureInfo.InvariantCulture, $"'f{i}', {v}")))})";

    protected override string KernelCall(Function function, Seq<Expression> arguments, DataType type, Func<KernelSite, Kernel> make) =>
        throw new InvalidOperationException($"Stock Spark has no C# functions, so {function.Name} cannot be one there.");

    protected override string KernelAggregate(
        Function function, Seq<Expression> arguments, DataType type, Func<KernelSite, AggregateKernel> make, AggregateClauses clauses) =>
        throw new InvalidOperationException($"Stock Spark has no C# functions, so {function.Name} cannot be one there.");

    protected override string NativeCall(string name, Seq<string> arguments, AggregateClauses clauses)
    {
        // FILTER comes before IGNORE NULLS and OVER after it, but no function takes both of the first two.
        var nulls = clauses.IgnoresNulls ? " IGNORE NULLS" : string.Empty;
        return $"{name}({clauses.Distinct}{string.Join(", ", arguments)}){clauses.Order}{nulls}{clauses.After}";
    }

    private string Value(object? value, DataType type)
    {
        var invariant = CultureInfo.InvariantCulture;
        return value switch
        {
            null => type is NullType ? "NULL" : $"CAST(NULL AS {Dialect.TypeName(type)})",
            bool b => b ? "true" : "false",
            int days when type is DateType => $"DATE '{DateTimeText.Date(days)}'",
            int months when type is YearMonthIntervalType => string.Create(invariant, $"CAST(INTERVAL '{months}' MONTH AS {Dialect.TypeName(type)})"),
            long micros when type is TimestampType => $"TIMESTAMP_LTZ '{DateTimeText.Timestamp(micros)}+00:00'",
            long micros when type is TimestampNtzType => $"TIMESTAMP_NTZ '{DateTimeText.Timestamp(micros)}'",
            long micros when type is DayTimeIntervalType => $"CAST({IntervalText.Of(micros, SqlTypes.DayTimeInterval)} AS {Dialect.TypeName(type)})",
            int v => v == int.MinValue ? "(-2147483647 - 1)" : Signed(v.ToString(invariant)),
            long v => v == long.MinValue ? "(-9223372036854775807L - 1L)" : Signed(v.ToString(invariant) + "L"),
            short v => Signed(v.ToString(invariant) + "S"),
            sbyte v => Signed(v.ToString(invariant) + "Y"),
            float f => float.IsFinite(f) ? Signed(f.ToString("R", invariant) + "F") : $"FLOAT('{JavaNumberText.Of(f)}')",
            double d => double.IsFinite(d) ? Signed(d.ToString("R", invariant) + "D") : $"DOUBLE('{JavaNumberText.Of(d)}')",
            DecimalValue d => $"CAST({Signed(d + "BD")} AS {Dialect.TypeName(type)})",
            string s => SparkDialect.QuoteText(s),
            byte[] b => $"X'{Convert.ToHexString(b)}'",
            object?[] items when type is ArrayType a => $"CAST(ARRAY({string.Join(", ", items.Select(i => Value(i, a.ElementType)))}) AS {Dialect.TypeName(type)})",
            object?[] items when type is StructType s => $"NAMED_STRUCT({string.Join(", ", items.Select((i, n) => $"{SparkDialect.QuoteText(s.Fields[n].Name)}, {Value(i, s.Fields[n].DataType)}"))})",
            KeyValuePair<object, object?>[] entries when type is MapType m =>
                $"CAST(MAP({string.Join(", ", entries.Select(e => $"{Value(e.Key, m.KeyType)}, {Value(e.Value, m.ValueType)}"))}) AS {Dialect.TypeName(type)})",
            _ => throw new InvalidOperationException($"A literal of {value.GetType().Name} as {type.SimpleString}."),
        };

        static string Signed(string text) => text.StartsWith('-') ? $"({text})" : text;
    }
}
