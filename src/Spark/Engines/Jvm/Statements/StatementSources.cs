using SparkEtl.Spark.Catalogue;
using SparkEtl.Spark.Dialects;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Relations;

namespace SparkEtl.Spark.Engines.Jvm.Statements;

/// <summary>What stands in a statement for reads and boundaries: temporary views whose columns are c0, c1, ...</summary>
internal sealed class StatementSources(Func<ScanSource, string> viewOf, IReadOnlyDictionary<Relation, BoundaryTable> tables) : IStatementSources
{
    public ScanText Scan(Scan scan) => new(viewOf(scan.Source), alias => scan.Columns.Select((_, i) => $"{alias}.c{i}").ToSeq());

    public BoundaryTable? Boundary(Relation boundary) => tables.GetValueOrDefault(boundary);

    public string Kernel(Function function, KernelSite site, Kernel kernel) => throw NoFunctions(function);

    public string Aggregate(Function function, KernelSite site, AggregateKernel kernel) => throw NoFunctions(function);

    private static InvalidOperationException NoFunctions(Function function) =>
        new($"Stock Spark has no C# functions, so {function.Name} cannot be one there.");
}
