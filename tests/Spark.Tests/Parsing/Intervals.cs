using SparkEtl.Spark.Parsing;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Tests.Parsing;

internal sealed class Intervals
{
    private const long Second = 1_000_000;
    private const long Minute = 60 * Second;
    private const long Hour = 60 * Minute;
    private const long Day = 24 * Hour;

    [TestCase("interval 1 month", 1, "interval month")]
    [TestCase("interval 2 years", 24, "interval year")]
    [TestCase("interval 1 year 2 months", 14, "interval year to month")]
    [TestCase("interval -1 year 2 months", -10, "interval year to month")]
    [TestCase("interval '1-2' year to month", 14, "interval year to month")]
    [TestCase("interval -'1-2' year to month", -14, "interval year to month")]
    [TestCase("interval '-1-11' year to month", -23, "interval year to month")]
    [TestCase("interval '3 months'", 3, "interval month")]
    public void Of_years_and_months_are_months(string text, int months, string type) => Check(text, months, type);

    [TestCase("interval 1 day", Day, "interval day")]
    [TestCase("interval '1' day", Day, "interval day")]
    [TestCase("interval '-1' day", -Day, "interval day")]
    [TestCase("interval - '-1' day", Day, "interval day")]
    [TestCase("interval 90 minutes", 90 * Minute, "interval minute")]
    [TestCase("interval 1 week", 7 * Day, "interval day")]
    [TestCase("interval 1 day 2 hours", Day + (2 * Hour), "interval day to hour")]
    [TestCase("interval 1 day -2 hours", Day - (2 * Hour), "interval day to hour")]
    [TestCase("interval 2 hours '3' seconds", (2 * Hour) + (3 * Second), "interval hour to second")]
    [TestCase("interval 1.5 seconds", 1_500_000, "interval second")]
    [TestCase("interval -1.5 seconds", -1_500_000, "interval second")]
    [TestCase("interval '-.5' second", -500_000, "interval second")]
    [TestCase("interval 1 millisecond 1 microsecond", 1_001, "interval second")]
    [TestCase("interval '1 02:03:04.5' day to second", Day + (2 * Hour) + (3 * Minute) + (4 * Second) + 500_000, "interval day to second")]
    [TestCase("interval '-1 02' day to hour", -Day - (2 * Hour), "interval day to hour")]
    [TestCase("interval '1 02:03' day to minute", Day + (2 * Hour) + (3 * Minute), "interval day to minute")]
    [TestCase("interval '25:03' hour to minute", (25 * Hour) + (3 * Minute), "interval hour to minute")]
    [TestCase("interval '1:02:03' hour to second", Hour + (2 * Minute) + (3 * Second), "interval hour to second")]
    [TestCase("interval '70:01.000001' minute to second", (70 * Minute) + Second + 1, "interval minute to second")]
    [TestCase("INTERVAL '1 day 2 hours'", Day + (2 * Hour), "interval day to hour")]
    [TestCase("interval 'interval 3 days'", 3 * Day, "interval day")]
    [TestCase("interval '-106751991 04:00:54.775808' day to second", long.MinValue, "interval day to second")]
    public void Of_days_to_seconds_are_microseconds(string text, long micros, string type) => Check(text, micros, type);

    [TestCase("interval 1 month 1 day", "both")]
    [TestCase("interval '1 year 1 second'", "both")]
    [TestCase("interval 1.5 days", "whole number of days")]
    [TestCase("interval '1 day 2' hours", "no amount")]
    [TestCase("interval '1-12' year to month", "month 12")]
    [TestCase("interval '1 24' day to hour", "hour 24")]
    [TestCase("interval '1:60' minute to second", "second 60")]
    [TestCase("interval '1-2' day to second", "form")]
    [TestCase("interval '1 2' hour to day", "no range")]
    [TestCase("interval 'rubbish'", "not a list")]
    [TestCase("interval '1day'", "not a list")]
    [TestCase("interval ''", "not a list")]
    [TestCase("interval 1 nanosecond", "microseconds are the finest")]
    [TestCase("interval 200000000000 days", "longer than an interval can be")]
    [TestCase("interval 99999999999999999999 seconds", "longer than an interval can be")]
    [TestCase("interval 200000000 years", "longer than an interval can be")]
    public void That_mean_nothing_are_errors(string text, string problem) =>
        Assert.That(
            () => SparkSqlParser.ParseExpression(text),
            Throws.InstanceOf<AnalysisException>().With.Message.Contains(problem)
                .And.Property(nameof(AnalysisException.ErrorClass)).EqualTo("INVALID_INTERVAL_FORMAT"));

    [TestCase("interval n day")]
    [TestCase("interval (n + 1) days")]
    public void Of_expressions_are_an_error_that_says_how_to_multiply(string text) =>
        Assert.That(() => SparkSqlParser.ParseExpression(text), Throws.InstanceOf<AnalysisException>().With.Message.Contains("n * INTERVAL 1 DAY"));

    [TestCase("d + interval 1 day - 2", "-(+(d, 86400000000:interval day), 2)")]
    [TestCase("d - interval 1 day + x", "+(-(d, 86400000000:interval day), x)")]
    public void End_before_a_sign_that_starts_no_further_unit(string text, string expected) =>
        Assert.That(SyntaxPrinter.Print(SparkSqlParser.ParseExpression(text)), Is.EqualTo(expected));

    private static void Check(string text, object value, string type)
    {
        var literal = (LiteralSyntax)SparkSqlParser.ParseExpression(text);

        Assert.That(literal.Value, Is.EqualTo(value));
        Assert.That(literal.Value?.GetType(), Is.EqualTo(value.GetType()));
        Assert.That(literal.Type.SimpleString, Is.EqualTo(type));
    }
}
