using System.Globalization;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Dialects;

/// <summary>Samples written in SQL: a number drawn once for each row, and a condition on it.</summary>
internal static class RowDraws
{
    /// <summary>How many numbers of 53 bits there are; a draw is one of them divided by it.</summary>
    public const string Range = "9007199254740992";

    /// <summary>The rows of a wrapped block whose draw lies in the sample's bounds.</summary>
    /// <param name="sample">The bounds.</param>
    /// <param name="wrapped">A block that is nothing but a FROM item with a name.</param>
    /// <param name="draw">The text of a number from 0 (included) to 1 (excluded), evaluated once a row.</param>
    public static Block Sampled(Sample sample, Block wrapped, string draw)
    {
        var source = wrapped.From!;
        var table = source[(source.LastIndexOf(" AS ", StringComparison.Ordinal) + 4)..];
        var bounds = string.Create(CultureInfo.InvariantCulture, $"({table}.draw >= {sample.Lower:R} AND {table}.draw < {sample.Upper:R})");
        return wrapped with
        {
            From = $"(SELECT *, {draw} AS draw FROM {source}) AS {table}",
            Where = [new SqlText(bounds, SqlTypes.Boolean, false)],
        };
    }
}
