using System.Text;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan;

namespace SparkEtl.Spark.Sql;

/// <summary>Names of columns as methods take them: parts between points, backticks around a part that holds a point, <c>*</c>.</summary>
internal static class ColumnNames
{
    /// <summary>The syntax of a name: <c>a</c>, <c>t.a</c>, <c>`a.b`</c>, <c>*</c>, <c>t.*</c>.</summary>
    /// <exception cref="AnalysisException">The backticks do not pair up, or a part is empty.</exception>
    public static ExpressionSyntax Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name == "*")
        {
            return new StarSyntax([], []);
        }

        return name.EndsWith(".*", StringComparison.Ordinal) ? new StarSyntax(Parts(name[..^2]), []) : new NameSyntax(Parts(name));
    }

    public static Column ToColumn(string name) => new(Parse(name));

    public static Column[] ToColumns(string first, string[] more)
    {
        ArgumentNullException.ThrowIfNull(more);
        return [ToColumn(first), .. more.Select(ToColumn)];
    }

    private static Seq<string> Parts(string name)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < name.Length; i++)
        {
            switch (name[i])
            {
                case '`' when quoted && i + 1 < name.Length && name[i + 1] == '`':
                    part.Append('`');
                    i++;
                    break;
                case '`' when quoted:
                    quoted = false;
                    if (i + 1 < name.Length && name[i + 1] != '.')
                    {
                        throw Invalid(name);
                    }

                    break;
                case '`' when part.Length == 0:
                    quoted = true;
                    break;
                case '`':
                    throw Invalid(name);
                case '.' when !quoted:
                    parts.Add(part.Length > 0 ? part.ToString() : throw Invalid(name));
                    part.Clear();
                    break;
                default:
                    part.Append(name[i]);
                    break;
            }
        }

        if (quoted || (part.Length == 0 && !(parts.Count == 0 && name.Length == 0)))
        {
            throw Invalid(name);
        }

        parts.Add(part.ToString());
        return parts.ToSeq();
    }

    private static AnalysisException Invalid(string name) => new(
        "INVALID_ATTRIBUTE_NAME_SYNTAX",
        $"'{name}' is not a column name: its parts stand between points, and backticks go around a whole part, such as `a.b`.c.");
}
