using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Catalogue.Kernels.Dates;

/// <summary>Days of the week by name.</summary>
internal static class Weekdays
{
    /// <summary>The first day after that one with that name.</summary>
    /// <exception cref="QueryException">There is no day of that name.</exception>
    public static int Next(int days, string name)
    {
        var wanted = name.ToUpperInvariant() switch
        {
            "MO" or "MON" or "MONDAY" => 1,
            "TU" or "TUE" or "TUESDAY" => 2,
            "WE" or "WED" or "WEDNESDAY" => 3,
            "TH" or "THU" or "THURSDAY" => 4,
            "FR" or "FRI" or "FRIDAY" => 5,
            "SA" or "SAT" or "SATURDAY" => 6,
            "SU" or "SUN" or "SUNDAY" => 7,
            _ => throw new QueryException("ILLEGAL_DAY_OF_WEEK", $"'{name}' is no day of the week. Give its English name, or its first two or three letters."),
        };
        return days + 1 + ((wanted - 1 - Calendar.IsoDayOfWeek(days) + 7) % 7);
    }
}
