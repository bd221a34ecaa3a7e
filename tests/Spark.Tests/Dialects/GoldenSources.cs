using SparkEtl.Spark.Catalogue;
using SparkEtl.Spark.Dialects;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Relations;

namespace SparkEtl.Spark.Tests.Dialects;

/// <summary>Reads and C# functions under names that say what they are.</summary>
internal sealed class GoldenSources : IStatementSources
{
    public ScanText Scan(Scan scan) => new(
        ((TableSource)scan.Source).Name[0], alias => scan.Columns.Map(c => $"{alias}.{c.Name}"));

    public BoundaryTable? Boundary(Relation boundary) => boundary is LocalData ? null : new("rows_of_" + boundary.GetType().Name.ToLowerInvariant());

    public string Kernel(Function function, KernelSite site, Kernel kernel) => $"kernel[{function.Name}]";

    public string Aggregate(Function function, KernelSite site, AggregateKernel kernel) => $"aggregate[{function.Name}]";
}
