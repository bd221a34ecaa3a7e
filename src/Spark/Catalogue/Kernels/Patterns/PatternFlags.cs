namespace SparkEtl.Spark.Catalogue.Kernels.Patterns;

/// <summary>The modes a pattern switches on and off within itself: <c>(?i)</c>, <c>(?s-m:...)</c>.</summary>
[Flags]
internal enum PatternFlags
{
    None = 0,

    /// <summary>i: letters match in either case; ASCII letters only, unless u is on.</summary>
    IgnoreCase = 1,

    /// <summary>m: ^ and $ match at every line.</summary>
    Multiline = 2,

    /// <summary>s: the dot matches ends of lines too.</summary>
    DotAll = 4,

    /// <summary>u: case is ignored for all letters.</summary>
    UnicodeCase = 8,

    /// <summary>x: blanks and comments are left out.</summary>
    Comments = 16,

    /// <summary>d: only \n ends a line.</summary>
    UnixLines = 32,
}
