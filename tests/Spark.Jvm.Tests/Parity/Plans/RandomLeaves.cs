using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Jvm.Tests.Parity.Plans;

/// <summary>The small tables that random plans are made of, and the constants in them.</summary>
internal static class RandomLeaves
{
    /// <summary>The most rows that a table has.</summary>
    public const int Rows = 6;

    // Doubles are halves, so that sums of them are exact; of the probes those columns are left out whose sums fail or are not.
    private static readonly string[] NotExact = ["large", "exact", "single", "dbl"];

    public static readonly IReadOnlyList<Relation> All =
    [
        Some.Plan("SELECT * FROM VALUES (1, 'a', 10.50BD, 1.5D, true, date '2024-02-29', array(1, 2)), (1, 'b', -3.25BD, -0.5D, false, null, array()), "
            + "(2, 'a', null, null, true, date '1999-12-31', null), (null, 'c', 7.00BD, 2.0D, null, date '2024-02-29', array(null, 3)), "
            + "(3, null, 0.00BD, 1e3D, false, date '2020-01-01', array(5)), (3, 'A', 0.01BD, 0.25D, true, null, array(1)) AS t(k, s, d, x, b, dt, l)"),
        Some.Plan("SELECT * FROM VALUES (1, 'one', timestamp '2024-01-01 10:00:00'), (2, 'two', null), (4, 'a', timestamp '1969-12-31 23:00:00'), (null, '', null), (1, 'one', null) AS u(k, s, ts)"),
        Some.Plan("SELECT * FROM range(0, 6)"), Some.Plan("SELECT * FROM range(5, 0, -2)"),
        Some.Plan("SELECT * FROM VALUES (0L, map('a', 1), struct(1, 'x')), (3L, map(), null), (null, null, struct(null, 'y')) AS w(id, m, st)"),
        Probes(0, 3, 5, 9, 10, 12), Probes(1, 2, 3, 9, 13, 15), Probes(3, 5, 11, 14, 16, 18), Probes(0, 10, 12, 17, 19, 20),
    ];

    public static readonly IReadOnlyList<Expression> Constants =
        [Literal.Of(1), Literal.Of("a"), Literal.True, Literal.Of(2L), Literal.Null(SqlTypes.Integer), Literal.Of("B"), Literal.Of(-1), Literal.Of(string.Empty)];

    /// <summary>The columns of a table of probes whose sums are exact.</summary>
    public static IEnumerable<Expression> Exact(Relation probes) => probes.Output.Where(a => !NotExact.Contains(a.Name));

    private static Project Probes(params int[] columns) => new(ProbeTables.Whole, Exact(ProbeTables.Whole).Intersect(columns.Select(c => ProbeTables.Whole.Output[c])).ToSeq());
}
