using System.Globalization;

namespace SparkEtl.Processing.Pipelines.Reports;

/// <summary>One thing that a pipeline says after a run. A pipeline may have kinds of its own.</summary>
/// <param name="Table">The table it is about.</param>
public abstract record ReportLine(string Table)
{
    /// <summary>The line for people, without the table.</summary>
    public abstract string Text { get; }

    /// <summary>A number of something, for people: <c>1,200 rows</c>.</summary>
    /// <param name="count">How many.</param>
    /// <param name="what">What, in the singular; null for the number alone.</param>
    protected static string Number(long count, string? what = null)
    {
        string number = count.ToString("N0", CultureInfo.InvariantCulture);
        return what is null ? number : $"{number} {what}{(count == 1 ? "" : "s")}";
    }
}
