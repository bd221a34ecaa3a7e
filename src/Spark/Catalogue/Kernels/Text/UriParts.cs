namespace SparkEtl.Spark.Catalogue.Kernels.Text;

/// <summary>The parts of a URI, none of them decoded; null when there is no such part.</summary>
internal sealed record UriParts(string? Scheme, string? Authority, string? UserInfo, string? Host, string? Path, string? Query, string? Fragment)
{
    /// <summary>The part that <c>parse_url</c> calls by that name.</summary>
    public string? Part(string name) => name switch
    {
        "HOST" => Host,
        "PATH" => Path,
        "QUERY" => Query,
        "REF" => Fragment,
        "PROTOCOL" => Scheme,
        "FILE" => Query is null ? Path : $"{Path}?{Query}",
        "AUTHORITY" => Authority,
        "USERINFO" => UserInfo,
        _ => null,
    };
}
