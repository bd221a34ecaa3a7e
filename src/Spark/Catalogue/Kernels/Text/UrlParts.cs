using SparkEtl.Spark.Catalogue.Kernels.Patterns;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Catalogue.Kernels.Text;

/// <summary>Parts of URLs, and values of their queries.</summary>
internal sealed class UrlParts
{
    private readonly PatternCache patterns = new();

    public static string? Part(string url, string part) => Parse(url).Part(part);

    /// <summary>The value of a key of the query; the key is a regular expression. Null for any part but QUERY.</summary>
    public string? Query(string url, string part, string key)
    {
        if (part != "QUERY" || Parse(url).Query is not { } query)
        {
            return null;
        }

        var match = patterns.Get($"(&|^){key}=([^&]*)", "parse_url").For(query).Match(query);
        return match.Success ? match.Groups["2"].Value : null;
    }

    private static UriParts Parse(string url) => UriParser.TryParse(url) ?? throw new QueryException(
        "INVALID_URL", $"'{url}' is not a URL. Correct the value, or keep only rows whose value matches a pattern of a URL.");
}
