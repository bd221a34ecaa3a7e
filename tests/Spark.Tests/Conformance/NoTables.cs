using SparkEtl.Spark.Engines.DuckDb;
using SparkEtl.Spark.Parsing;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Binding;
using SparkEtl.Spark.Plan.Relations;

namespace SparkEtl.Spark.Tests.Conformance;

internal sealed class NoTables : ITableResolver
{
    public IEnumerable<string> Names => [];

    public Relation? Resolve(Seq<string> name) => null;
}
