using SparkEtl.Spark.Jvm.Tests;
using SparkEtl.Spark.Jvm.Tests.Api;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Tests;

/// <summary>Sessions and frames of the suites that the embedded engine passes too, here on Spark.</summary>
internal static partial class Some
{
    /// <summary>The version that the running fixture is for.</summary>
    public static string Version { get; set; } = Sparks.Versions[0];

    /// <summary>A session over the engine that all tests share.</summary>
    public static SparkSession Session(Action<string>? onStatement = null, CancellationToken cancellation = default)
    {
        if (onStatement is not null)
        {
            Assert.Ignore("NOT RUN on Spark: it looks at the statements of the embedded engine, where it runs.");
        }

        return new SparkSession(new SessionState(new SharedEngine(Sparks.Engine(Version)), cancellation), new SparkContext(new SparkConf()));
    }

    /// <summary>A frame with columns of those names and types, such as <c>a int</c>, and rows of those values.</summary>
    public static DataFrame Frame(SparkSession session, string[] columns, params object?[][] rows) => session.CreateDataFrame(
        rows.Select(r => new GenericRow(r)),
        new StructType(columns.Select(c => c.Split(' ', 2)).Select(c => new StructField(c[0], Type(c[1])))));

    /// <summary>The rows as text, one line each, in the order they come.</summary>
    public static string[] Lines(DataFrame frame) => [.. frame.Collect().Select(r => r.ToString())];
}
