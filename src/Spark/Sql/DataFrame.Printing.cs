using SparkEtl.Spark.Plan.Binding;
using SparkEtl.Spark.Sql.Printing;

namespace SparkEtl.Spark.Sql;

/// <content>What is printed to the console.</content>
public sealed partial class DataFrame
{
    /// <summary>Prints the first rows as a table, as Spark does.</summary>
    /// <param name="numRows">How many rows at most.</param>
    /// <param name="truncate">The most characters of a value, 0 for all; values are then aligned left.</param>
    /// <param name="vertical">Whether each row is printed as a list of its columns.</param>
    public void Show(int numRows = 20, int truncate = 20, bool vertical = false) => Show(numRows, truncate, vertical, CancellationToken.None);

    /// <summary>Prints the schema as a tree, as Spark does.</summary>
    public void PrintSchema() => PrintSchema(int.MaxValue);

    /// <summary>Prints the schema as a tree, as Spark does.</summary>
    /// <param name="level">How many levels of nested columns are printed.</param>
    public void PrintSchema(int level) => Console.Out.WriteLine(SchemaTree.Of(Schema(), level));

    /// <summary>Prints how the rows come about.</summary>
    /// <param name="extended">True: the plan too; false: the statements that the engine runs.</param>
    public void Explain(bool extended = false) => Explain(extended ? "extended" : "simple");

    /// <summary>Prints how the rows come about.</summary>
    /// <param name="mode">
    /// simple, codegen, cost, formatted: the statements that the engine runs; extended: the plan too.
    /// </param>
    /// <exception cref="AnalysisException">It is none of these.</exception>
    public void Explain(string mode) => Console.Out.WriteLine(ExplainText(mode));

    /// <summary>The statements that the engine would run for an action, in order; nothing runs.</summary>
    public IReadOnlyList<string> Statements() => Session.Engine.Explain(Session.State.Kept.Apply(Plan));

    internal void Show(int numRows, int truncate, bool vertical, CancellationToken cancellation)
    {
        // The same bounds as Spark's; one row more tells whether there are more.
        var most = Math.Clamp(numRows, 0, int.MaxValue - 15);
        var rows = With(PlanBuilder.Limit(Plan, (long)most + 1)).Collect(cancellation);
        var table = new RowTable(Columns(), [.. rows.Take(most)], truncate, HasMore: rows.Count > most);
        Console.Out.WriteLine(vertical ? table.Vertical() : table.Horizontal());
    }

    internal string ExplainText(string mode)
    {
        ArgumentNullException.ThrowIfNull(mode);
        var statements = string.Join('\n', Statements());
        if (Session.Engine.PhysicalPlan(Session.State.Kept.Apply(Plan)) is { } physical)
        {
            statements += "\n" + physical;
        }

        return mode.ToLowerInvariant() switch
        {
            "simple" or "codegen" or "cost" or "formatted" => $"== Physical Plan ==\n{statements}",
            "extended" => $"== Analyzed Logical Plan ==\n{PlanTree.Of(Plan)}\n== Physical Plan ==\n{statements}",
            _ => throw new AnalysisException(
                "INVALID_PARAMETER_VALUE", $"'{mode}' is not a mode of Explain, expected simple, extended, codegen, cost or formatted."),
        };
    }
}
