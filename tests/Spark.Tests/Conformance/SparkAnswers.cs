namespace SparkEtl.Spark.Tests.Conformance;

/// <summary>One query and what a real Spark answered.</summary>
internal sealed record SparkAnswer(int Line, string Query, string Types, string Rows)
{
    public bool IsError => Types == "ERROR";
}

/// <summary>Files of queries with a real Spark's answers.</summary>
internal static class SparkAnswers
{
    private const string Beside = "shared/facts/spark-results.tsv";

    /// <summary>The file that is part of these tests.</summary>
    public static string Committed { get; } = Path.Combine(AppContext.BaseDirectory, "Conformance", "spark-answers.tsv");

    /// <summary>The file named by SPARKETL_SPARK_ANSWERS, or the one beside the checkout; null when there is none.</summary>
    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable("SPARKETL_SPARK_ANSWERS") is { Length: > 0 } named)
        {
            return File.Exists(named) ? named : throw new FileNotFoundException($"SPARKETL_SPARK_ANSWERS names '{named}', which is not there.");
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Path.Combine(folder.FullName, Beside) is var path && File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }

    /// <summary>Reads answers: query, types, rows (or ERROR, class), separated by tabs; lines starting with # are headings.</summary>
    public static IReadOnlyList<SparkAnswer> Read(string path) =>
    [
        .. File.ReadLines(path)
            .Select((text, i) => (text, line: i + 1))
            .Where(l => l.text.Length > 0 && l.text[0] != '#')
            .Select(l => l.text.Split('\t') is [var query, var types, var rows, ..]
                ? new SparkAnswer(l.line, query, types, rows)
                : throw new InvalidDataException($"{path}({l.line}): three columns separated by tabs were expected.")),
    ];
}
