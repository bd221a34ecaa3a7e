namespace SparkEtl.Driver.Generate.Tables;

/// <summary>The words the data is made of.</summary>
internal static class Vocabulary
{
    public const string Paid = "PAID";

    /// <summary>Claims of this status never have an amount.</summary>
    public const string UnderReview = "UNDER REVIEW";

    /// <summary>Claims of this status have lost their treatment, so that no invoice belongs to the status.</summary>
    public const string Withdrawn = "WITHDRAWN";

    /// <summary>Exactly 32 claims of the first block, whose mean ends in a five at the seventh decimal.</summary>
    public const string Disputed = "DISPUTED";

    /// <summary>As <see cref="Disputed"/>, with a negative mean.</summary>
    public const string ClawedBack = "CLAWED BACK";

    /// <summary>Comes before <see cref="HighType"/> by its UTF-8 bytes, after it by its UTF-16 units.</summary>
    public const string LowType = "\uFF24ENTAL";

    public const string HighType = "\U0001F9B7 DENTAL";

    public static readonly string[] Statuses = ["PAID", "PAID", "PAID", "OPEN", "DENIED", "PENDING", "SUBMITTED"];

    /// <summary>
    /// Statuses that look alike and differ in case, spaces, accents (composed and combining), or that a careless reader takes for null
    /// or for two fields. Never empty: an empty field of a CSV file is a null.
    /// </summary>
    public static readonly string[] StatusVariants =
    [
        "paid", "Paid", "PAID ", " PAID", "PAID\u00A0", "Open", "Pay\u00E9", "PAY\u00C9", "Paye\u0301", "NULL", "null", "N/A", "-",
        "DENIED, APPEALED", "\"OPEN\"", "\\N", " ",
    ];

    public static readonly string[] Types =
        ["DENTAL", "DENTAL", "PHYSIO", "PHYSIO", "OPTICAL", "SURGERY", "HOME CARE", "Kin\u00E9sith\u00E9rapie"];

    /// <summary>Types that need quotes, hold a line break, or lie beyond the first plane of Unicode.</summary>
    public static readonly string[] OddTypes =
        ["Dental, orthodontic", "Home care \"night\"", "Day\nclinic", "dental ", LowType, HighType];

    /// <summary>An everyday type, or now and then an odd one.</summary>
    public static string SomeType(ref RowRandom random) => random.Pick(random.Chance(60) ? OddTypes : Types);
}
