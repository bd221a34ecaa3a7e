using System.Globalization;
using SparkEtl.Spark.Catalogue.Functions.Operators;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Tests.Catalogue.Dates;

public sealed class DateFunctionTests
{
    [TestCase("2020-01-31", 1, "2020-02-29")]
    [TestCase("2020-02-29", 12, "2021-02-28")]
    [TestCase("2020-03-31", -1, "2020-02-29")]
    [TestCase("0001-01-31", 1, "0001-02-28")]
    public void Adding_months_keeps_the_day_or_takes_the_last_one(string date, int months, string expected)
    {
        Assert.That(Evaluate.Call("add_months", Date(date), months), Is.EqualTo(Days(expected)));
        Assert.That(Evaluate.Call("+", Date(date), new Literal(months, SqlTypes.YearMonthInterval)), Is.EqualTo(Days(expected)));
    }

    [TestCase("2020-05-31 00:00:00", "2020-04-30 00:00:00", 1.0)]
    [TestCase("2020-05-31 12:00:00", "2020-04-30 00:00:00", 1.0)]
    [TestCase("1997-02-28 10:30:00", "1996-10-30 00:00:00", 3.94959677)]
    [TestCase("1996-10-30 00:00:00", "1997-02-28 10:30:00", -3.94959677)]
    public void Months_between_count_a_month_as_31_days(string end, string start, double expected) =>
        Assert.That(Evaluate.Call("months_between", Timestamp(end), Timestamp(start)), Is.EqualTo(expected));

    [Test]
    public void Months_between_need_not_be_rounded() => Assert.That(
        Evaluate.Call("months_between", Timestamp("1997-02-28 10:30:00"), Timestamp("1996-10-30 00:00:00"), false), Is.EqualTo(3.9495967741935485));

    [TestCase("MON", "2020-05-11")]
    [TestCase("wed", "2020-05-13")]
    [TestCase("th", "2020-05-07")]
    [TestCase("Sunday", "2020-05-10")]
    public void The_next_day_of_a_name_is_after_the_date(string name, string expected) =>
        Assert.That(Evaluate.Call("next_day", Date("2020-05-06"), name), Is.EqualTo(Days(expected)));

    [TestCase("WEEK", "2020-05-04 00:00:00")]
    [TestCase("mm", "2020-05-01 00:00:00")]
    [TestCase("QUARTER", "2020-04-01 00:00:00")]
    [TestCase("yy", "2020-01-01 00:00:00")]
    [TestCase("dd", "2020-05-06 00:00:00")]
    [TestCase("hour", "2020-05-06 10:00:00")]
    [TestCase("second", "2020-05-06 10:11:12")]
    [TestCase("millisecond", "2020-05-06 10:11:12.345")]
    [TestCase("decade", null)]
    public void A_timestamp_is_cut_down_to_a_unit(string unit, string? expected) => Assert.That(
        Catalogue.Evaluate.Value(Column(unit)), Is.EqualTo(expected is null ? null : Micros(expected)));

    [TestCase("2020-01-01 00:00:00", "2021-01-01 00:00:00", "MONTH", 12L)]
    [TestCase("2020-01-31 00:00:00", "2020-02-29 23:00:00", "MONTH", 0L)]
    [TestCase("2020-01-15 12:00:00", "2020-02-15 11:59:59", "MONTH", 0L)]
    [TestCase("2020-02-15 11:59:59", "2020-01-15 12:00:00", "MONTH", 0L)]
    [TestCase("2020-01-01 00:00:00", "2021-01-01 00:00:00", "QUARTER", 4L)]
    [TestCase("2020-01-01 00:00:00", "2019-12-31 01:00:00", "DAY", 0L)]
    [TestCase("2020-01-01 00:00:00", "2020-01-15 00:00:00", "WEEK", 2L)]
    [TestCase("2020-01-01 00:00:00", "2020-01-01 00:00:01.5", "MILLISECOND", 1500L)]
    public void A_difference_counts_whole_units(string start, string end, string unit, long expected) =>
        Assert.That(Evaluate.Call("timestampdiff", unit, Timestamp(start), Timestamp(end)), Is.EqualTo(expected));

    [TestCase("MONTH", 1L, "2020-02-29 10:00:00")]
    [TestCase("QUARTER", -1L, "2019-10-31 10:00:00")]
    [TestCase("week", 1L, "2020-02-07 10:00:00")]
    [TestCase("HOUR", 20L, "2020-02-01 06:00:00")]
    public void A_unit_is_added(string unit, long amount, string expected) =>
        Assert.That(Evaluate.Call("timestampadd", unit, amount, Timestamp("2020-01-31 10:00:00")), Is.EqualTo(Micros(expected)));

    [TestCase("America/New_York", "2020-07-01 00:00:00", "2020-06-30 20:00:00")]
    [TestCase("+02:00", "2020-07-01 00:00:00", "2020-07-01 02:00:00")]
    [TestCase("GMT+1", "2020-07-01 00:00:00", "2020-07-01 01:00:00")]
    [TestCase("EST", "2020-07-01 00:00:00", "2020-06-30 19:00:00")]
    [TestCase("Asia/Kolkata", "2020-07-01 00:00:00", "2020-07-01 05:30:00")]
    public void An_instant_is_shown_in_a_zone(string zone, string utc, string local) =>
        Assert.That(Evaluate.Call("from_utc_timestamp", Timestamp(utc), zone), Is.EqualTo(Micros(local)));

    [TestCase("2020-07-01 00:00:00", "2020-07-01 04:00:00")]
    [TestCase("2020-03-08 02:30:00", "2020-03-08 07:30:00", Description = "skipped by the clock: moved on")]
    [TestCase("2020-11-01 01:30:00", "2020-11-01 05:30:00", Description = "came twice: the first")]
    public void A_local_time_in_New_York_is_an_instant(string local, string utc) =>
        Assert.That(Evaluate.Call("to_utc_timestamp", Timestamp(local), "America/New_York"), Is.EqualTo(Micros(utc)));

    [Test]
    public void A_timestamp_is_made_of_its_fields()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Evaluate.Call("make_timestamp", 2020, 1, 2, 3, 4, Evaluate.Decimal("5.678", 16, 6)), Is.EqualTo(Micros("2020-01-02 03:04:05.678")));
            Assert.That(Evaluate.Call("make_timestamp", 2019, 6, 30, 23, 59, Evaluate.Decimal("60", 16, 6)), Is.EqualTo(Micros("2019-07-01 00:00:00")));
            Assert.That(
                Evaluate.Call("make_timestamp", 2014, 12, 28, 6, 30, Evaluate.Decimal("45.887", 16, 6), "Europe/Paris"), Is.EqualTo(Micros("2014-12-28 05:30:45.887")));
            Assert.That(ErrorOf("make_timestamp", 2014, 12, 28, 6, 30, Evaluate.Decimal("60.5", 16, 6)), Is.EqualTo("INVALID_FRACTION_OF_SECOND"));
            Assert.That(ErrorOf("make_timestamp", 2014, 12, 28, 24, 30, Evaluate.Decimal("6", 16, 6)), Is.EqualTo("DATETIME_FIELD_OUT_OF_BOUNDS"));
            Assert.That(ErrorOf("make_date", 2021, 2, 29), Is.EqualTo("DATETIME_FIELD_OUT_OF_BOUNDS"));
            Assert.That(ErrorOf("next_day", Date("2020-01-01"), "xx"), Is.EqualTo("ILLEGAL_DAY_OF_WEEK"));
            Assert.That(ErrorOf("from_utc_timestamp", Timestamp("2020-01-01"), "Moon/Base"), Is.EqualTo("INVALID_TIMEZONE"));
        });
    }

    [TestCase("to_date", "02/03/2020", "MM/dd/yyyy", 18295)]
    [TestCase("to_timestamp", "02/03/2020", "MM/dd/yyyy", 1580688000000000L)]
    [TestCase("to_timestamp_ntz", "2020-02-03 +05:00", "yyyy-MM-dd XXX", 1580688000000000L)]
    [TestCase("try_to_timestamp", "11/31/2001", "MM/dd/yyyy", null)]
    [TestCase("unix_timestamp", "2020-01-01", "yyyy-MM-dd", 1577836800L)]
    [TestCase("to_unix_timestamp", "1969-12-31 23:59:58.5", "yyyy-MM-dd HH:mm:ss.S", -1L)]
    public void A_text_is_read_by_a_pattern(string function, string text, string pattern, object? expected) =>
        Assert.That(Evaluate.Call(function, text, pattern), Is.EqualTo(expected));

    [TestCase("year", "int")]
    [TestCase("mons", "int")]
    [TestCase("second", "decimal(8,6)")]
    [TestCase("yearofweek", "int")]
    [TestCase("dow_iso", "int")]
    public void A_field_has_the_type_Spark_tells(string field, string type) =>
        Assert.That(Evaluate.TypeOf("date_part", field, Timestamp("2020-01-02 03:04:05.678")), Is.EqualTo(type));

    [Test]
    public void Seconds_have_their_fraction() =>
        Assert.That(Evaluate.Call("extract", "second", Timestamp("2020-01-02 03:04:05.678")), Is.EqualTo("5.678000"));

    [Test]
    public void An_interval_has_fields()
    {
        var interval = new Literal(-((((26L * 60) + 3) * 60 * 1_000_000) + 4_500_000), SqlTypes.DayTimeInterval);
        Assert.Multiple(() =>
        {
            Assert.That(Evaluate.Call("extract", "day", interval), Is.EqualTo(-1));
            Assert.That(Evaluate.Call("extract", "hour", interval), Is.EqualTo((sbyte)-2));
            Assert.That(Evaluate.Call("extract", "minute", interval), Is.EqualTo((sbyte)-3));
            Assert.That(Evaluate.Call("extract", "second", interval), Is.EqualTo("-4.500000"));
            Assert.That(Evaluate.Call("extract", "month", new Literal(-13, SqlTypes.YearMonthInterval)), Is.EqualTo((sbyte)-1));
        });
    }

    [TestCase("epoch")]
    [TestCase("century")]
    public void A_field_that_does_not_exist_is_an_error(string field) => Assert.That(
        Assert.Throws<AnalysisException>(() => Evaluate.TypeOf("extract", field, Timestamp("2020-01-01")))!.ErrorClass, Is.EqualTo("INVALID_EXTRACT_FIELD"));

    [TestCase("10 minutes", null, "2020-01-01 10:10:00", "2020-01-01 10:20:00")]
    [TestCase("1 hour 30 minutes", null, "2020-01-01 09:00:00", "2020-01-01 10:30:00")]
    [TestCase("10 minutes", "5 minutes", "2020-01-01 10:05:00", "2020-01-01 10:15:00")]
    [TestCase("1 week", null, "2019-12-26 00:00:00", "2020-01-02 00:00:00")]
    public void A_moment_lies_in_a_window_of_time(string length, string? start, string from, string to)
    {
        var time = Timestamp("2020-01-01 10:14:59.999");
        var window = start is null ? Evaluate.Call("window", time, length) : Evaluate.Call("window", time, length, length, start);
        Assert.That(window, Is.EqualTo(new object[] { Micros(from), Micros(to) }));
    }

    [Test]
    public void A_sliding_window_is_refused_by_the_embedded_engine() =>
        Assert.That(() => Evaluate.Call("window", Timestamp("2020-01-01"), "10 minutes", "5 minutes"), Throws.TypeOf<RefusedException>());

    [TestCase(1.5, 1_500_000L)]
    [TestCase(double.NaN, null)]
    public void Seconds_as_a_double_are_a_timestamp(double seconds, long? expected) =>
        Assert.That(Evaluate.Call("timestamp_seconds", seconds), Is.EqualTo(expected));

    private static string ErrorOf(string function, params object?[] arguments) =>
        Assert.Throws<QueryException>(() => Evaluate.Call(function, arguments))!.ErrorClass;

    // The unit as a cast of a column's value: not a constant, so that the kernel is asked and not the engine.
    private static Expression Column(string unit)
    {
        var function = Spark.Catalogue.FunctionCatalogue.Get("date_trunc");
        var upper = Primitive.Kernel("text", (int _) => unit).Call(SqlTypes.String, Literal.Of(1));
        return new Call(function, [upper, Timestamp("2020-05-06 10:11:12.345678")], SqlTypes.Timestamp, true);
    }

    private static Literal Date(string text) => new(Days(text), SqlTypes.Date);

    private static Literal Timestamp(string text) => new(Micros(text), SqlTypes.Timestamp);

    private static int Days(string text) => (DateTime.Parse(text, CultureInfo.InvariantCulture) - DateTime.UnixEpoch).Days;

    private static long Micros(string text) =>
        (DateTime.Parse(text, CultureInfo.InvariantCulture) - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}
