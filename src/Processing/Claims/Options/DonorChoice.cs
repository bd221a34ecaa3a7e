namespace SparkEtl.Processing.Claims.Options;

/// <summary>Which of several donors counts, among those that have a value.</summary>
public enum DonorChoice
{
    /// <summary>The one with the smallest ID, one without an ID last; of several the smallest value.</summary>
    SmallestId,

    /// <summary>The one with the earliest date.</summary>
    Earliest,
}
