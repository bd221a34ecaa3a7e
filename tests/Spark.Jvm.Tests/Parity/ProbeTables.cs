using SparkEtl.Spark.Parsing;
using SparkEtl.Spark.Plan.Binding;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Tests.Conformance;

namespace SparkEtl.Spark.Jvm.Tests.Parity;

/// <summary>A table with a column of every type, and constants: what random calls take their arguments from.</summary>
internal static class ProbeTables
{
    private const string Names =
        "t(flag, tiny, small, whole, large, price, exact, single, dbl, word, digits, bytes, day, moment, local, numbers, words, scores, pair, span, months)";

    private static readonly string[] Rows =
    [
        "true, 1Y, 2S, 3, 4L, 12.50BD, cast(7.0000000001 as decimal(38,10)), 1.5F, 2.25D, 'abc', '42', X'616263', date '2024-02-29', "
            + "timestamp '2024-02-29 13:14:15.123456', timestamp_ntz '2024-02-29 13:14:15', array(1, 2, 3), array('b', 'a'), map('a', 1, 'b', 2), struct(1, 'x'), "
            + "interval '1 02:03:04' day to second, interval '1-2' year to month",
        "false, 0Y, -2S, -7, 0L, -3.25BD, cast(-0.5 as decimal(38,10)), -0.5F, -2.5D, 'Straße é', '-1.50', X'', date '1999-12-31', "
            + "timestamp '1969-12-31 23:59:59.5', timestamp_ntz '1999-12-31 00:00:00', array(), array('x', null), map(), struct(null, ''), "
            + "interval '-1 00:00:00' day to second, interval '0-0' year to month",
        "false, -1Y, 10S, 12, 60L, 0.00BD, cast(0 as decimal(38,10)), 0.0F, -1.0D, 'a', 'x', X'30', date '1970-01-01', timestamp '1970-01-01 00:00:00', "
            + "timestamp_ntz '2000-02-29 23:59:59.999999', array(0), array('zz', 'Z', ''), map('a', 0), struct(-1, 'y'), interval '0 00:00:00' day to second, "
            + "interval '-0-1' year to month",
        "null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null",
        "true, 127Y, 32767S, 2147483647, 9223372036854775807L, 99999999.99BD, cast(12345678901234567890.0123456789 as decimal(38,10)), 3.0F, 1e10D, "
            + "'a,b;c', '2024-01-05', X'ff00', date '2024-12-30', timestamp '2024-12-30 00:00:00', timestamp_ntz '2024-07-01 12:00:00', array(5, null, 5), "
            + "array('A'), map('k', null), struct(9, null), interval '0 00:00:00.000001' day to second, interval '10-11' year to month",
    ];

    private static readonly string[] Constants =
    [
        "1", "2", "0", "-1", "3L", "1.5BD", "0.25D", "'a'", "'abc'", "''", "'1'", "','", "'%b%'", "'[a-c]+'", "'yyyy-MM-dd'", "'UTC'", "'day'", "'month'", "true",
        "date '2024-03-31'", "timestamp '2024-03-10 02:30:00'", "interval '1' day", "array(1, 2)", "array('a', 'b')", "map('a', 5)", "'a INT'", "'utf-8'", "X'61'", "256",
    ];

    /// <summary>All rows.</summary>
    public static Relation Whole { get; } = Table(Rows);

    /// <summary>Each row as a table of its own, over the columns of <see cref="Whole"/>.</summary>
    public static IReadOnlyList<Relation> Single { get; } = [.. Rows.Select((_, i) => new LocalData(Whole.Output, [((LocalData)Whole).Rows[i]]))];

    /// <summary>What an argument can be.</summary>
    public static IReadOnlyList<Expression> Pool { get; } =
        [.. Whole.Output, .. Constants.Select(c => new ExpressionBinder(new Scope(LocalData.OneRow)).Bind(SparkSqlParser.ParseExpression(c)))];

    /// <summary>A call written as text, over the columns.</summary>
    public static Expression Bind(string text) => new ExpressionBinder(new Scope(Whole)).Bind(SparkSqlParser.ParseExpression(text));

    private static LocalData Table(IEnumerable<string> rows)
    {
        // Typed by the first row and computed once, so that both engines read the very same values.
        var plan = new QueryBinder(new NoTables()).Bind(SparkSqlParser.ParseQuery($"SELECT * FROM VALUES ({string.Join("), (", rows)}) AS {Names}"));
        using var engine = new Engines.DuckDb.DuckDbEngine(new Engines.DuckDb.DuckDbEngineOptions());
        return new LocalData(plan.Output.Map(a => a.Fresh() with { IsNullable = true }), [.. Some.Rows(engine, plan).Select(r => new Plan.Seq<object?>(r))]);
    }
}
