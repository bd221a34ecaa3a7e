using System.Text;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Parsing;

/// <summary>The names that method calls take: parts between points, each as it is or in back quotes.</summary>
internal static class ColumnName
{
    /// <summary>The column or the star that the name stands for.</summary>
    public static ExpressionSyntax Parse(string name)
    {
        if (name == "*")
            return new StarSyntax([], []);
        return name.EndsWith(".*", StringComparison.Ordinal) ? new StarSyntax(Parts(name, name.Length - 2), []) : new NameSyntax(Parts(name, name.Length));
    }

    private static Seq<string> Parts(string name, int end)
    {
        var parts = new List<string>();
        var at = 0;
        do
        {
            parts.Add(at < end && name[at] == '`' ? Quoted(name, end, ref at) : Plain(name, end, ref at));
        }
        while (at++ < end);
        return parts.ToSeq();
    }

    private static string Plain(string name, int end, ref int at)
    {
        var start = at;
        while (at < end && name[at] != '.')
        {
            if (name[at] == '`')
                throw Invalid(name, at, "a back quote stands at the start of a part");
            at++;
        }

        return at > start || end == 0 ? name[start..at] : throw Invalid(name, at, "a part of the name is empty");
    }

    private static string Quoted(string name, int end, ref int at)
    {
        var part = new StringBuilder();
        var start = at++;
        while (true)
        {
            if (at >= end)
                throw Invalid(name, start, "the back quote that opens here is not closed");
            if (name[at] == '`' && (at + 1 >= end || name[at + 1] != '`'))
                break;
            part.Append(name[at]);
            at += name[at] == '`' ? 2 : 1;
        }

        at++;
        return at == end || name[at] == '.' ? part.ToString() : throw Invalid(name, at, "after the closing back quote comes a point or the end");
    }

    private static AnalysisException Invalid(string name, int at, string problem) => new(
        "INVALID_ATTRIBUTE_NAME_SYNTAX",
        $"'{name}' is no column name: {problem}, at " + SourcePointer.Describe(new TextPosition(name, at, 1)));
}
