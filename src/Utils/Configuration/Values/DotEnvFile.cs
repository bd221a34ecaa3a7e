using System.Text;
using SparkEtl.Utils.Configuration.Yaml;

namespace SparkEtl.Utils.Configuration.Values;

/// <summary>
/// Reads a <c>.env</c> file: lines <c>NAME=value</c>, with or without <c>export</c>; <c>#</c> starts a comment at the start of a line or after
/// a blank; a value in single quotes is taken as it is, in double quotes with the escapes \n, \t, \" and \\.
/// </summary>
internal static class DotEnvFile
{
    public static IReadOnlyDictionary<string, string> Read(IMachine machine, string path, ProblemList problems)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        TextFile file = TextFile.Read(machine, path);
        if (file.IsMissing) return variables;
        if (file.Text is null)
        {
            problems.Add(new Origin(Layer.Variables, path, file.Line, file.Column), $"the file cannot be read: {file.Failure}");
            return variables;
        }

        int number = 0;
        foreach (string line in file.Text.Split('\n'))
        {
            number++;
            string text = line.Trim();
            if (text.Length == 0 || text[0] == '#') continue;
            if (text.StartsWith("export ", StringComparison.Ordinal)) text = text[7..].TrimStart();
            int equals = text.IndexOf('=', StringComparison.Ordinal);
            string name = equals < 0 ? "" : text[..equals].TrimEnd();
            string? value = equals < 0 ? null : Value(text[(equals + 1)..].TrimStart());
            if (value is null || name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            {
                // The line is not shown: it may hold a password.
                int column = line.Length - line.TrimStart().Length + 1;
                problems.Add(new Origin(Layer.Variables, path, number, column), "expected NAME=value, with a name of letters, digits and _ and quotes that are closed");
            }
            else
            {
                variables[name] = value;
            }
        }
        return variables;
    }

    private static string? Value(string text)
    {
        if (text.Length == 0) return "";
        if (text[0] is not ('"' or '\'')) return Unquoted(text);
        var value = new StringBuilder();
        for (int i = 1; i < text.Length; i++)
        {
            if (text[i] == text[0])
            {
                string rest = text[(i + 1)..].Trim();
                return rest.Length == 0 || rest[0] == '#' ? value.ToString() : null;
            }
            bool escapes = text[0] == '"' && text[i] == '\\' && i + 1 < text.Length && text[i + 1] is ('n' or 't' or '"' or '\\');
            if (escapes) i++;
            value.Append(escapes && text[i] == 'n' ? '\n' : escapes && text[i] == 't' ? '\t' : text[i]);
        }
        return null;
    }

    private static string Unquoted(string text)
    {
        int comment = text.IndexOf(" #", StringComparison.Ordinal);
        return (comment < 0 ? text : text[..comment]).Trim();
    }
}
