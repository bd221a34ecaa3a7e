using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Binding;
using SparkEtl.Spark.Plan.Relations;

namespace SparkEtl.Spark.Tests.Conformance;

/// <summary>For queries that read no table.</summary>
internal sealed class NoTables : ITableResolver
{
    public IEnumerable<string> Names => [];

    public Relation? Resolve(Seq<string> name) => null;
}
