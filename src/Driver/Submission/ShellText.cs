namespace SparkEtl.Driver.Submission;

/// <summary>A command as a line of a shell, an option to a row.</summary>
internal static class ShellText
{
    private const string Plain = "-_./:=,@%+";

    /// <summary>The text; pasted into a shell it is the command.</summary>
    public static string Of(IEnumerable<string> words)
    {
        var text = string.Empty;
        foreach (var word in words)
        {
            var separator = text.Length == 0 ? string.Empty : word.StartsWith("--", StringComparison.Ordinal) ? " \\\n  " : " ";
            text += separator + Quoted(word);
        }

        return text;
    }

    private static string Quoted(string word) => word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || Plain.Contains(c, StringComparison.Ordinal))
        ? word
        : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
