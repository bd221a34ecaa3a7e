using SparkEtl.Utils.Errors;

namespace SparkEtl.Utils.Configuration;

/// <summary>The message for a key that nothing knows.</summary>
internal static class UnknownKey
{
    public static string Message(string key, string place, IEnumerable<string> known)
    {
        string[] keys = [.. known];
        string clause = NearestName.Clause(key, keys);
        return $"unknown key '{key}' in {place}{(clause.Length > 0 ? clause : ";")} known keys: {string.Join(", ", keys)}";
    }
}
