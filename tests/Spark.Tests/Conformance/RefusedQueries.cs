namespace SparkEtl.Spark.Tests.Conformance;

/// <summary>The queries that the embedded engine refuses by name: a list that may only shrink.</summary>
internal static class RefusedQueries
{
    /// <summary>How many there may be. Lower it when the list gets shorter.</summary>
    public const int Most = 4;

    public static IReadOnlyList<string> Committed { get; } =
    [
        "select to_json(named_struct('a',1,'b',cast(null as int)))",
        "select get_json_object('{\"a\":{\"b\":1}}','$.a.b')",
        "select from_json('{\"a\":1}','a int')",
        "select json_array_length('[1,2]')",
    ];
}
