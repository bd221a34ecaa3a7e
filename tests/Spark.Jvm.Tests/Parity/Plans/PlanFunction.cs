using SparkEtl.Spark.Catalogue;
using SparkEtl.Spark.Plan.Expressions;

namespace SparkEtl.Spark.Jvm.Tests.Parity.Plans;

/// <summary>A scalar function in random plans.</summary>
/// <param name="Function">The function.</param>
/// <param name="Rows">The rows of <see cref="ProbeTables.Whole"/> for which its calls do not fail.</param>
/// <param name="Calls">Calls over them.</param>
internal sealed record PlanFunction(Function Function, IReadOnlyList<int> Rows, IReadOnlyList<Expression> Calls);
