using SparkEtl.Spark.Catalogue.Kernels.Dates;

namespace SparkEtl.Spark.Tests.Catalogue.Dates;

public sealed class CalendarTests
{
    [Test]
    public void Every_day_of_the_years_1_to_9999_is_the_one_of_the_proleptic_gregorian_calendar()
    {
        var date = DateOnly.MinValue;
        var days = (date.ToDateTime(default) - DateTime.UnixEpoch).Days;
        while (date < DateOnly.MaxValue)
        {
            var day = Calendar.DayOf(days);
            if (day != new CalendarDay(date.Year, date.Month, date.Day) || Calendar.DaysOf(day.Year, day.Month, day.Day) != days
                || Calendar.IsoDayOfWeek(days) % 7 != (int)date.DayOfWeek || Calendar.DayOfYear(days) != date.DayOfYear)
            {
                Assert.Fail($"{date:O} is day {days}, taken for {day}");
            }

            date = date.AddDays(1);
            days++;
        }
    }

    [TestCase(-100000, 12, 25)]
    [TestCase(0, 2, 29)]
    [TestCase(-4, 2, 29)]
    [TestCase(200000, 3, 1)]
    public void Years_beyond_are_counted_too(int year, int month, int day) =>
        Assert.That(Calendar.DayOf(Calendar.DaysOf(year, month, day)), Is.EqualTo(new CalendarDay(year, month, day)));
}
