using System.Text;
using System.Text.RegularExpressions;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Listing;

/// <summary>Patterns of paths as Hadoop writes them: <c>* ? [abc] [^a-c] {one,two} \x</c>, each within one name.</summary>
internal static class PathPattern
{
    private static readonly char[] Special = ['*', '?', '[', '{', '\\'];

    /// <summary>What a path names: itself, or what its pattern matches, by name.</summary>
    public static IEnumerable<string> Expand(string path)
    {
        if (path.IndexOfAny(Special) < 0 || File.Exists(path) || Directory.Exists(path))
        {
            return [path];
        }

        var matches = Alternatives(path).SelectMany(Matches).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return matches.Count > 0 ? matches : throw PathErrors.NotFound(path);
    }

    /// <summary>Whether a file's name matches a pattern.</summary>
    public static Func<string, bool> NameMatcher(string pattern)
    {
        var expressions = Alternatives(pattern).Select(Expression).ToList();
        return name => expressions.Exists(e => e.IsMatch(name));
    }

    // Braces may hold separators, so they are multiplied out over the whole path.
    private static IEnumerable<string> Alternatives(string pattern)
    {
        var open = Unescaped(pattern, '{', 0);
        if (open < 0)
        {
            return [pattern];
        }

        var depth = 0;
        var start = open + 1;
        var parts = new List<string>();
        for (var i = open; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\')
            {
                i++;
            }
            else if (pattern[i] == '{')
            {
                depth++;
            }
            else if (pattern[i] == ',' && depth == 1)
            {
                parts.Add(pattern[start..i]);
                start = i + 1;
            }
            else if (pattern[i] == '}' && --depth == 0)
            {
                parts.Add(pattern[start..i]);
                return parts.SelectMany(p => Alternatives(pattern[..open] + p + pattern[(i + 1)..]));
            }
        }

        return [pattern];
    }

    private static int Unescaped(string pattern, char wanted, int start)
    {
        for (var i = start; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\')
            {
                i++;
            }
            else if (pattern[i] == wanted)
            {
                return i;
            }
        }

        return -1;
    }

    private static IEnumerable<string> Matches(string pattern)
    {
        var root = Path.GetPathRoot(pattern)!;
        IEnumerable<string> found = [root];
        foreach (var name in pattern[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            if (name.IndexOfAny(Special) < 0)
            {
                found = found.Select(f => Path.Combine(f, name)).Where(f => File.Exists(f) || Directory.Exists(f));
                continue;
            }

            var expression = Expression(name);
            found = found.Where(Directory.Exists).SelectMany(f => Directory.EnumerateFileSystemEntries(f))
                .Where(f => Path.GetFileName(f) is var n && expression.IsMatch(n) && (!FileListing.IsHidden(n) || FileListing.IsHidden(name)));
        }

        return found;
    }

    private static Regex Expression(string pattern)
    {
        var text = new StringBuilder("^");
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            var close = c == '[' ? pattern.IndexOf(']', Math.Min(i + 2, pattern.Length)) : -1;
            if (c == '*')
            {
                text.Append(".*");
            }
            else if (c == '?')
            {
                text.Append('.');
            }
            else if (close > 0)
            {
                var inner = pattern[(i + 1)..close];
                var negated = inner[0] is '^' or '!';
                text.Append(negated ? "[^" : "[").Append((negated ? inner[1..] : inner).Replace("\\", "\\\\", StringComparison.Ordinal)).Append(']');
                i = close;
            }
            else
            {
                i += c == '\\' && i + 1 < pattern.Length ? 1 : 0;
                text.Append(Regex.Escape(pattern[i].ToString()));
            }
        }

        return new Regex(text.Append('$').ToString(), RegexOptions.Singleline | RegexOptions.CultureInvariant);
    }
}
