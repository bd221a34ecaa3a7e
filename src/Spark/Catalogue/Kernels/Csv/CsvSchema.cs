using System.Globalization;
using System.Numerics;
using SparkEtl.Spark.Catalogue.Kernels.Casts;
using SparkEtl.Spark.Catalogue.Kernels.Formats;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Kernels.Csv;

/// <summary><c>schema_of_csv</c>: the narrowest types that a line's values have.</summary>
internal static class CsvSchema
{
    public static StructType Of(string line, IEnumerable<KeyValuePair<object, object?>> options)
    {
        var form = CsvForm.Of("schema_of_csv", new TextOptions("schema_of_csv", options, CsvForm.Options), reading: true);
        var values = line.Length == 0 ? null : CsvLine.Split(line, form);
        return values is null
            ? throw new AnalysisException("INTERNAL_ERROR", "schema_of_csv was given an empty line: it has no values to tell types from.")
            : new StructType(values.Select((v, i) => new StructField(string.Create(CultureInfo.InvariantCulture, $"_c{i}"), Infer(v, form))));
    }

    private static DataType Infer(string? value, CsvForm form)
    {
        if (value is null || value.Length == 0 || value == form.NullValue)
        {
            return SqlTypes.String;
        }

        if (value[^1] != ' ' && BigInteger.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            var digits = BigInteger.Abs(whole).ToString(CultureInfo.InvariantCulture).Length;
            return whole >= int.MinValue && whole <= int.MaxValue ? SqlTypes.Integer
                : whole >= long.MinValue && whole <= long.MaxValue ? SqlTypes.Long
                : digits <= DecimalType.MaxPrecision ? SqlTypes.Decimal(digits, 0) : SqlTypes.Double;
        }

        return value is "Inf" or "-Inf" || JavaFloats.ToDouble(value) is not null ? SqlTypes.Double
            : IsDate(value) ? SqlTypes.Date
            : IsTimestamp(value) ? SqlTypes.Timestamp
            : value.Equals("true", StringComparison.OrdinalIgnoreCase) || value.Equals("false", StringComparison.OrdinalIgnoreCase) ? SqlTypes.Boolean
            : SqlTypes.String;
    }

    // yyyy-MM-dd in full.
    private static bool IsDate(string value) => value.Length == 10 && value[4] == '-' && value[7] == '-' && TextToDate.Convert(value) is not null;

    private static bool IsTimestamp(string value)
    {
        try
        {
            return TextToTimestamp.Convert(value) is not null;
        }
        catch (RefusedException)
        {
            // A time of day: a timestamp of today to Spark.
            return true;
        }
    }
}
