using SparkEtl.Spark.Parsing;

namespace SparkEtl.Spark.Sql;

/// <summary>Columns of names as methods take them: parts between points, backticks around a part that holds a point, <c>*</c>.</summary>
internal static class ColumnNames
{
    /// <summary>The column of a name: <c>a</c>, <c>t.a</c>, <c>`a.b`</c>, <c>*</c>, <c>t.*</c>.</summary>
    /// <exception cref="AnalysisException">The backticks do not pair up, or a part is empty.</exception>
    public static Column ToColumn(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new(SparkSqlParser.ParseName(name));
    }

    public static Column[] ToColumns(string first, string[] more)
    {
        ArgumentNullException.ThrowIfNull(more);
        return [ToColumn(first), .. more.Select(ToColumn)];
    }
}
