using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Tests.Sql;

public partial class DateAndTimestampTests
{
    [Test]
    public void A_date_has_parts_and_days()
    {
        var date = new Date(2024, 2, 29);
        Assert.That((date.Year, date.Month, date.Day, date.ToString()), Is.EqualTo((2024, 2, 29, "2024-02-29")));
        Assert.That(date, Is.EqualTo(new Date(new DateTime(2024, 2, 29, 23, 0, 0))));
        Assert.That(date.ToDateTime(), Is.EqualTo(new DateTime(2024, 2, 29)));
        Assert.That(new Date(1, 1, 1).DaysSinceEpoch, Is.EqualTo(-719162));
        Assert.That(Date.FromDaysSinceEpoch(-719162), Is.EqualTo(new Date(1, 1, 1)));
        Assert.That(() => new Date(2023, 2, 29), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void A_timestamp_is_in_UTC_and_keeps_microseconds()
    {
        var timestamp = new Timestamp(2024, 1, 2, 3, 4, 5, 678_901);
        Assert.That((timestamp.Hour, timestamp.Minute, timestamp.Second, timestamp.Microsecond), Is.EqualTo((3, 4, 5, 678_901)));
        Assert.That(timestamp.ToString(), Is.EqualTo("2024-01-02 03:04:05.678901"));
        Assert.That(timestamp.ToDateTime().Kind, Is.EqualTo(DateTimeKind.Utc));
        Assert.That(new Timestamp(timestamp.ToDateTime().AddTicks(9)), Is.EqualTo(timestamp));
        Assert.That(new Timestamp(new DateTime(2024, 1, 2, 3, 4, 5, DateTimeKind.Local)).ToDateTime(), Is.EqualTo(new DateTime(2024, 1, 2, 3, 4, 5, DateTimeKind.Local).ToUniversalTime()));
        Assert.That(Timestamp.FromMicrosecondsSinceEpoch(-1), Is.EqualTo(new Timestamp(1969, 12, 31, 23, 59, 59, 999_999)));
        Assert.That(() => new Timestamp(2024, 1, 1, 0, 0, 0, 1_000_000), Throws.TypeOf<ArgumentOutOfRangeException>());
    }
}
