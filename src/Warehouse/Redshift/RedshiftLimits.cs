using System.Globalization;
using System.Text;
using SparkEtl.Warehouse.Servers;

namespace SparkEtl.Warehouse.Redshift;

/// <summary>What Redshift cannot hold, found before it is sent.</summary>
internal static class RedshiftLimits
{
    /// <summary>The most bytes a text may have.</summary>
    public const int LongestText = 65_535;

    private const long MicrosOfDay = 86_400_000_000;

    // Years 1 to 9999.
    private const int FirstDay = -719_162;
    private const int LastDay = 2_932_896;

    /// <summary>The bytes of a text.</summary>
    /// <exception cref="WarehouseException">There are too many, or a character that no text may have.</exception>
    public static int Bytes(string text, ServerColumn column, long row)
    {
        TextLimits.Check(text, column, row, "Redshift");
        return Encoding.UTF8.GetByteCount(text) is var bytes && bytes <= LongestText ? bytes : throw new WarehouseException(string.Create(
            CultureInfo.InvariantCulture,
            $"Row {row} has a text of {bytes:N0} bytes in the column {column.Name}, Redshift holds at most {LongestText:N0}. Cut it with substring, or publish parts of it. The published tables are as they were."));
    }

    /// <summary>The day and the microseconds after its beginning.</summary>
    /// <exception cref="WarehouseException">The day is in none of the years 1 to 9999.</exception>
    public static (DateOnly Day, long Micros) Moment(long micros, ServerColumn column, long row)
    {
        var day = Math.DivRem(micros, MicrosOfDay, out var rest);
        return rest < 0 ? (Day(day - 1, column, row), rest + MicrosOfDay) : (Day(day, column, row), rest);
    }

    /// <summary>The day.</summary>
    /// <exception cref="WarehouseException">It is in none of the years 1 to 9999.</exception>
    public static DateOnly Day(long days, ServerColumn column, long row) => days is >= FirstDay and <= LastDay
        ? DateOnly.FromDayNumber((int)days - FirstDay)
        : throw new WarehouseException(
            $"Row {row} has a {column.Type.SimpleString} outside the years 1 to 9999 in the column {column.Name}. Leave it out, or make it null. The published tables are as they were.");
}
