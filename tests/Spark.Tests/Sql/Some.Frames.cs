using SparkEtl.Spark.Engines.DuckDb;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Tests;

/// <summary>Sessions and frames.</summary>
internal static partial class Some
{
    /// <summary>A session over an embedded engine of its own.</summary>
    public static SparkSession Session(Action<string>? onStatement = null, CancellationToken cancellation = default) => new(
        new SessionState(new DuckDbEngine(new DuckDbEngineOptions { OnStatement = onStatement, Threads = 2 }), cancellation),
        new SparkContext(new SparkConf()));

    /// <summary>A frame with columns of those names and types, such as <c>a int</c>, and rows of those values.</summary>
    public static DataFrame Frame(SparkSession session, string[] columns, params object?[][] rows) => session.CreateDataFrame(
        rows.Select(r => new GenericRow(r)),
        new StructType(columns.Select(c => c.Split(' ', 2)).Select(c => new StructField(c[0], Type(c[1])))));

    /// <summary>The rows as text, one line each, in the order they come.</summary>
    public static string[] Lines(DataFrame frame) => [.. frame.Collect().Select(r => r.ToString())];

    /// <summary>What an action prints to the console, line breaks as they are.</summary>
    public static string Printed(Action action)
    {
        var console = Console.Out;
        using var writer = new StringWriter { NewLine = "\n" };
        Console.SetOut(writer);
        try
        {
            action();
        }
        finally
        {
            Console.SetOut(console);
        }

        return writer.ToString();
    }
}
