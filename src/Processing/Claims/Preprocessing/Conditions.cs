using SparkEtl.Processing.Pipelines;

namespace SparkEtl.Processing.Claims.Preprocessing;

/// <summary>Conditions written in the configuration, over the rows of one table.</summary>
/// <param name="table">The table's name.</param>
/// <param name="rows">All its columns.</param>
internal sealed class Conditions(string table, DataFrame rows)
{
    /// <summary>Makes sure that a text is a condition over the table.</summary>
    /// <exception cref="PipelineException">It is none: the message has the key and points at the character.</exception>
    public void Check(string expression, string key)
    {
        if (Error(() => rows.Filter(expression)) is { } error)
            throw new PipelineException($"{key}: '{expression}' is no condition over {table}: {error.Message}", error);
    }

    /// <summary>Which columns a checked condition uses: without them it has no meaning.</summary>
    public IEnumerable<string> Used(string expression) => rows.Columns().Where(c => Uses(expression, c));

    /// <summary>Whether a checked condition uses one of the columns.</summary>
    // Selected and not filtered by: a filter still finds a column that was dropped one step before.
    public bool Uses(string expression, params string[] columns) =>
        columns.Length > 0 && Error(() => rows.Drop(columns).Select(Expr(expression))) is not null;

    // What is thrown is another type with each binding; whatever the reason, the text cannot be used.
    private static Exception? Error(Func<DataFrame> bind)
    {
        try
        {
            bind();
            return null;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return error;
        }
    }
}
