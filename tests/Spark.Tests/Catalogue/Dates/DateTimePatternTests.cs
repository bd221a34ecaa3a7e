using System.Globalization;
using SparkEtl.Spark.Catalogue.Kernels.DateTimePatterns;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Tests.Catalogue.Dates;

public sealed class DateTimePatternTests
{
    [TestCase("yyyy-MM-dd HH:mm:ss.SSSSSS", "2020-01-02 03:04:05.678901")]
    [TestCase("EEE d MMM yy", "Thu 2 Jan 20")]
    [TestCase("EEEE, MMMM d, y", "Thursday, January 2, 2020")]
    [TestCase("D DD DDD", "2 02 002")]
    [TestCase("q Q qq QQQ QQQQ", "1 1 01 Q1 1st quarter")]
    [TestCase("h hh K KK k kk H a", "3 03 3 03 3 03 3 AM")]
    [TestCase("m s S SSS", "4 5 6 678")]
    [TestCase("SSSSSSSSS", "678901000")]
    [TestCase("F", "2")]
    [TestCase("G GGGG", "AD Anno Domini")]
    [TestCase("X x XXX xxx Z ZZZZ ZZZZZ", "Z +00 Z +00:00 +0000 GMT Z")]
    [TestCase("z zzzz VV O OOOO", "UTC Coordinated Universal Time UTC GMT GMT")]
    [TestCase("'the' dd''MM [yyyy]", "the 02'01 2020")]
    [TestCase("yyyyyy y yyy", "002020 2020 2020")]
    [TestCase("L LL LLL LLLL", "1 01 Jan January")]
    [TestCase("", "")]
    public void A_timestamp_is_written_by_a_pattern(string pattern, string expected) =>
        Assert.That(DateTimePattern.ForWriting(pattern).Write(Micros("2020-01-02 03:04:05.678901")), Is.EqualTo(expected));

    [TestCase("h a", "1969-12-31 12:30:00", "12 PM")]
    [TestCase("h a", "1969-12-31 00:30:00", "12 AM")]
    [TestCase("k", "1969-12-31 00:30:00", "24")]
    [TestCase("yyyy-MM-dd HH:mm:ss.SSS", "1969-12-31 23:59:59.999", "1969-12-31 23:59:59.999")]
    [TestCase("yyyy", "0001-01-01 00:00:00", "0001")]
    public void A_timestamp_before_1970_is_written_as_its_own_day(string pattern, string moment, string expected) =>
        Assert.That(DateTimePattern.ForWriting(pattern).Write(Micros(moment)), Is.EqualTo(expected));

    [TestCase("MM/dd/yyyy", "02/03/2020", "2020-02-03 00:00:00")]
    [TestCase("dd/MM/yyyy h:mm a", "02/01/2020 1:05 PM", "2020-01-02 13:05:00")]
    [TestCase("yyyyMMdd", "20200203", "2020-02-03 00:00:00")]
    [TestCase("yyyyMMddHHmmss", "20200203040506", "2020-02-03 04:05:06")]
    [TestCase("yyMMdd", "200203", "2020-02-03 00:00:00")]
    [TestCase("yyyy-MM-dd HH:mm:ss.SSS", "2020-02-03 04:05:06.7", "2020-02-03 04:05:06.7")]
    [TestCase("yyyy-MM-dd HH:mm:ss[.SSSSSS]", "2020-02-03 04:05:06", "2020-02-03 04:05:06")]
    [TestCase("yyyy-MM-dd'T'HH:mm:ssXXX", "2020-02-03T04:05:06+02:00", "2020-02-03 02:05:06")]
    [TestCase("yyyy-MM-dd'T'HH:mm:ssX", "2020-02-03T04:05:06Z", "2020-02-03 04:05:06")]
    [TestCase("yyyy-MM-dd HH:mm:ss VV", "2020-07-03 04:05:06 America/New_York", "2020-07-03 08:05:06")]
    [TestCase("yyyy-MM-dd HH:mm:ss z", "2020-07-03 04:05:06 PST", "2020-07-03 11:05:06")]
    [TestCase("yyyy-MM-dd HH:mm:ss O", "2020-07-03 04:05:06 GMT+1", "2020-07-03 03:05:06")]
    [TestCase("d MMM yyyy", "3 fEB 2020", "2020-02-03 00:00:00")]
    [TestCase("MMMM d, yyyy", "February 3, 2020", "2020-02-03 00:00:00")]
    [TestCase("HH:mm", "04:05", "1970-01-01 04:05:00")]
    [TestCase("yyyy", "2020", "2020-01-01 00:00:00")]
    [TestCase("MM", "03", "1970-03-01 00:00:00")]
    [TestCase("yyyy DDD", "2020 060", "2020-02-29 00:00:00")]
    [TestCase("hh", "12", "1970-01-01 00:00:00")]
    [TestCase("a", "PM", "1970-01-01 12:00:00")]
    [TestCase("kk", "24", "1970-01-01 00:00:00")]
    public void A_text_is_read_by_a_pattern(string pattern, string text, string expected) =>
        Assert.That(DateTimePattern.ForReading(pattern).Read(text), Is.EqualTo(Micros(expected)));

    [TestCase("MM/dd/yyyy", "11/31/2001")]
    [TestCase("MM/dd/yyyy", "2/3/2020")]
    [TestCase("MM/dd/yyyy", "02/03/2020 ")]
    [TestCase("MM/dd/yyyy", "")]
    [TestCase("yyyy-MM-dd", "20200-01-02")]
    [TestCase("yyyy-MM-dd", "+2020-01-02")]
    [TestCase("yyyy-MM-dd HH", "2020-01-02 24")]
    [TestCase("yyyy-MM-dd hh", "2020-01-02 13")]
    [TestCase("HH a", "13 AM")]
    [TestCase("MM-dd", "02-29")]
    [TestCase("yyyy-MM-dd yyyy", "2020-01-02 2021")]
    [TestCase("yyyyMMddHHmmssSSS", "20200102030405678")]
    [TestCase("SSS", "1234")]
    [TestCase("yyyy-MM-dd DDD", "2020-01-02 003")]
    public void A_text_that_is_no_date_of_the_pattern_is_an_error(string pattern, string text) =>
        Assert.That(
            Assert.Throws<QueryException>(() => DateTimePattern.ForReading(pattern).Read(text))!.ErrorClass, Is.EqualTo("CANNOT_PARSE_TIMESTAMP"));

    [TestCase("YYYY")]
    [TestCase("e")]
    [TestCase("u")]
    [TestCase("b")]
    [TestCase("yyyy-MM-dd{")]
    [TestCase("'open")]
    [TestCase("]")]
    public void A_letter_without_meaning_is_an_error(string pattern) =>
        Assert.That(
            Assert.Throws<QueryException>(() => DateTimePattern.ForWriting(pattern))!.ErrorClass, Is.EqualTo("INVALID_DATETIME_PATTERN.ILLEGAL_CHARACTER"));

    [TestCase("MMMMM")]
    [TestCase("ddd")]
    [TestCase("yyyyyyy")]
    [TestCase("aa")]
    [TestCase("V")]
    [TestCase("SSSSSSSSSS")]
    public void Too_many_or_too_few_letters_are_an_error(string pattern) =>
        Assert.That(Assert.Throws<QueryException>(() => DateTimePattern.ForWriting(pattern))!.ErrorClass, Is.EqualTo("INVALID_DATETIME_PATTERN.LENGTH"));

    [TestCase("E")]
    [TestCase("Q")]
    [TestCase("F")]
    public void Weekdays_and_quarters_are_written_but_not_read(string pattern) =>
        Assert.That(() => DateTimePattern.ForReading(pattern), Throws.TypeOf<QueryException>());

    private static long Micros(string text) =>
        (DateTime.Parse(text, CultureInfo.InvariantCulture) - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}
