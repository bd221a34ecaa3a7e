using System.Globalization;
using System.Text;

namespace SparkEtl.Utils.Logging;

/// <summary>Lines for people: <c>12:03:04 info  message key=value</c>, in local time.</summary>
internal sealed class TextLineFormat : ILineFormat
{
    private const string Continuation = "\n               ";

    public string Format(LogLine line)
    {
        var text = new StringBuilder();
        text.Append(line.Time.ToString("HH:mm:ss", CultureInfo.InvariantCulture)).Append(' ').Append(LevelName.Of(line.Level).PadRight(5)).Append(' ');
        AppendLines(text, line.Message);
        if (line.Error is { } error && error.Message != line.Message)
        {
            text.Append(": ");
            AppendLines(text, error.Message);
        }
        foreach (var (key, value) in line.Fields)
        {
            text.Append(' ').Append(key).Append('=');
            AppendValue(text, FieldText.Of(value));
        }
        if (line.Stack is not null)
        {
            text.Append(Continuation);
            AppendLines(text, line.Stack);
        }
        return text.ToString();
    }

    private static void AppendValue(StringBuilder text, string value)
    {
        if (value.Length > 0 && !value.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '"' or '='))
        {
            text.Append(value);
            return;
        }
        text.Append('"');
        foreach (char c in value)
        {
            if (c is '"' or '\\') text.Append('\\').Append(c);
            else if (c == '\n') text.Append("\\n");
            else AppendVisible(text, c);
        }
        text.Append('"');
    }

    // Whatever the data holds, it can neither start a line that looks like one of ours nor move the terminal's cursor.
    private static void AppendLines(StringBuilder text, string value)
    {
        foreach (char c in value.ReplaceLineEndings("\n").TrimEnd('\n'))
        {
            if (c == '\n') text.Append(Continuation);
            else AppendVisible(text, c);
        }
    }

    private static void AppendVisible(StringBuilder text, char c)
    {
        if (char.IsControl(c) && c != '\t') text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        else text.Append(c);
    }
}
