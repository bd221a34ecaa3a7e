using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Driver.Runs.Writers;

/// <summary>
/// Columns as Spark's writer gives them to Postgres. Dates and times go as text: a driver takes them for times of the zone and the calendar of
/// the Java that a task runs on.
/// </summary>
internal static class PostgresText
{
    /// <summary>The column, or its text.</summary>
    /// <param name="name">Its name, which needs no quotes.</param>
    /// <param name="type">Its type.</param>
    public static Column Of(string name, DataType type) =>
        type is DateType or TimestampType or TimestampNtzType ? Functions.Expr(Moment(name)).As(name) : Functions.Col(name);

    // Spark writes a sign before a year that has not four digits; Postgres counts the years before the first one backwards.
    private static string Moment(string name)
    {
        var text = $"cast({name} as string)";
        return $"case when year({name}) > 9999 then substring({text}, 2) "
            + $"when year({name}) < 1 then concat(lpad(cast(1 - year({name}) as string), 4, '0'), regexp_extract({text}, '(-[0-9]{{2}}-[0-9]{{2}}.*)$', 1), ' BC') "
            + $"else {text} end";
    }
}
