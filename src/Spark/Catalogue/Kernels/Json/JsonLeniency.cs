namespace SparkEtl.Spark.Catalogue.Kernels.Json;

/// <summary>What a JSON reader takes beyond the standard; each is an option of Spark's of that name.</summary>
internal sealed record JsonLeniency
{
    /// <summary>As <c>get_json_object</c> and its like read.</summary>
    public static readonly JsonLeniency OfPaths = new() { AllowUnquotedControlChars = true, AllowNonNumericNumbers = false };

    public bool AllowComments { get; init; }

    public bool AllowUnquotedFieldNames { get; init; }

    public bool AllowSingleQuotes { get; init; } = true;

    public bool AllowNumericLeadingZeros { get; init; }

    public bool AllowNonNumericNumbers { get; init; } = true;

    public bool AllowBackslashEscapingAnyCharacter { get; init; }

    public bool AllowUnquotedControlChars { get; init; }
}
