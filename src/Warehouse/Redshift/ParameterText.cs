using System.Globalization;
using System.Text;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql.Types;
using SparkEtl.Warehouse.Servers;

namespace SparkEtl.Warehouse.Redshift;

/// <summary>Values as the text that the server reads them from.</summary>
internal static class ParameterText
{
    private const long MicrosOfDay = 86_400_000_000;

    // Years 1 to 9999.
    private const int FirstDay = -719_162;
    private const int LastDay = 2_932_896;

    /// <summary>The text of a value; null for null.</summary>
    /// <exception cref="WarehouseException">Redshift cannot hold the value.</exception>
    public static string? Of(object? value, ServerColumn column, long row) => value switch
    {
        null => null,
        string text => Checked(text, column, row),
        bool b => b ? "true" : "false",
        float f => f.ToString("R", CultureInfo.InvariantCulture),
        double d => d.ToString("R", CultureInfo.InvariantCulture),
        int days when column.Type is DateType => Day(days, column, row).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        long micros when column.Type is TimestampType or TimestampNtzType => Moment(micros, column, row),
        Int128 unscaled when column.Type is DecimalType d => new DecimalValue(unscaled, d.Scale).ToString(),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static string Checked(string text, ServerColumn column, long row)
    {
        TextLimits.Check(text, column, row, "Redshift");
        return Encoding.UTF8.GetByteCount(text) is var bytes && bytes <= RedshiftDialect.LongestText ? text : throw new WarehouseException(string.Create(
            CultureInfo.InvariantCulture,
            $"Row {row} has a text of {bytes:N0} bytes in the column {column.Name}, Redshift holds at most {RedshiftDialect.LongestText:N0}. Cut it with substring, or publish parts of it. The published tables are as they were."));
    }

    private static string Moment(long micros, ServerColumn column, long row)
    {
        var day = Math.DivRem(micros, MicrosOfDay, out var rest);
        if (rest < 0)
        {
            day--;
            rest += MicrosOfDay;
        }

        var date = Day(day, column, row);
        return date.ToDateTime(TimeOnly.MinValue).AddTicks(rest * TimeSpan.TicksPerMicrosecond).ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture);
    }

    private static DateOnly Day(long days, ServerColumn column, long row) => days is >= FirstDay and <= LastDay
        ? DateOnly.FromDayNumber((int)days - FirstDay)
        : throw new WarehouseException(
            $"Row {row} has a {column.Type.SimpleString} outside the years 1 to 9999 in the column {column.Name}. Leave it out, or make it null. The published tables are as they were.");
}
