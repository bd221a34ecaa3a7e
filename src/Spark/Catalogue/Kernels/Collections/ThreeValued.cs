namespace SparkEtl.Spark.Catalogue.Kernels.Collections;

/// <summary>Whether some or all of many tests hold, when some of them may be unknown.</summary>
internal static class ThreeValued
{
    /// <summary>True when one is; else null when one is null; else false.</summary>
    public static bool? Any(object?[] tests) => Array.IndexOf(tests, true) >= 0 ? true : Array.IndexOf(tests, null) >= 0 ? null : false;

    /// <summary>False when one is; else null when one is null; else true.</summary>
    public static bool? All(object?[] tests) => Array.IndexOf(tests, false) >= 0 ? false : Array.IndexOf(tests, null) >= 0 ? null : true;
}
