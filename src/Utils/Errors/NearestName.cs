namespace SparkEtl.Utils.Errors;

/// <summary>
/// Finds the known name that a mistyped one most likely meant: the fewest inserted, deleted, replaced or swapped characters, upper and
/// lower case counting as equal.
/// </summary>
public static class NearestName
{
    /// <summary>The known name nearest to <paramref name="name"/>, or null when none is near enough to be meant.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="known">What could have been meant; of equally near ones the first in ordinal order is given.</param>
    public static string? Of(string name, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(name);
        string? nearest = Order(name, known) is [var first, ..] ? first : null;
        return nearest is not null && Distance(name, nearest) <= Tolerance(name, nearest) ? nearest : null;
    }

    /// <summary>All known names, the nearest to <paramref name="name"/> first, equally near ones in ordinal order.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="known">The names to sort; repeated ones are given once.</param>
    public static IReadOnlyList<string> Order(string name, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(known);
        return [.. known.Distinct(StringComparer.Ordinal).OrderBy(k => Distance(name, k)).ThenBy(k => k, StringComparer.Ordinal)];
    }

    /// <summary>The clause <c>; did you mean 'x'?</c> to append to a message, or an empty text when no known name is near.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="known">What could have been meant.</param>
    public static string Clause(string name, IEnumerable<string> known) =>
        Of(name, known) is { } nearest ? $"; did you mean '{nearest}'?" : "";

    // One slip in a short name, two in a usual one, a third of a long one; never so many that nothing of the name is left.
    private static int Tolerance(string name, string candidate)
    {
        int longer = Math.Max(name.Length, candidate.Length);
        return longer <= 3 ? Math.Min(1, longer - 1) : Math.Max(2, longer / 3);
    }

    // Optimal string alignment: Levenshtein's distance in which two neighbours swapped count as one slip.
    private static int Distance(string left, string right)
    {
        int[] beforeLast = new int[right.Length + 1];
        int[] last = new int[right.Length + 1];
        int[] current = new int[right.Length + 1];
        for (int j = 0; j <= right.Length; j++) last[j] = j;
        for (int i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int cost = Same(left[i - 1], right[j - 1]) ? 0 : 1;
                int distance = Math.Min(Math.Min(current[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                    distance = Math.Min(distance, beforeLast[j - 2] + 1);
                current[j] = distance;
            }
            (beforeLast, last, current) = (last, current, beforeLast);
        }
        return last[right.Length];
    }

    private static bool Same(char left, char right) => char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}
