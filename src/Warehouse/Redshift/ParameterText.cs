using System.Globalization;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql.Types;
using SparkEtl.Warehouse.Servers;

namespace SparkEtl.Warehouse.Redshift;

/// <summary>Values as the text that the server reads them from.</summary>
internal static class ParameterText
{
    /// <summary>The text of a value; null for null.</summary>
    /// <exception cref="WarehouseException">Redshift cannot hold the value.</exception>
    public static string? Of(object? value, ServerColumn column, long row) => value switch
    {
        null => null,
        string text => RedshiftLimits.Bytes(text, column, row) >= 0 ? text : null,
        bool b => b ? "true" : "false",
        float f => f.ToString("R", CultureInfo.InvariantCulture),
        double d => d.ToString("R", CultureInfo.InvariantCulture),
        int days when column.Type is DateType => RedshiftLimits.Day(days, column, row).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        long micros when column.Type is TimestampType or TimestampNtzType => Moment(RedshiftLimits.Moment(micros, column, row)),
        Int128 unscaled when column.Type is DecimalType d => new DecimalValue(unscaled, d.Scale).ToString(),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static string Moment((DateOnly Day, long Micros) moment) =>
        moment.Day.ToDateTime(TimeOnly.MinValue).AddTicks(moment.Micros * TimeSpan.TicksPerMicrosecond).ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture);
}
