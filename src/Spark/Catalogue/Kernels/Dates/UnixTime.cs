using SparkEtl.Spark.Catalogue.Kernels.Decimals;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Kernels.Dates;

/// <summary>Timestamps from and to seconds, milliseconds and microseconds since 1970-01-01 00:00:00 UTC.</summary>
internal static class UnixTime
{
    public static long FromMillis(long millis) => Numbers.IntegerArithmetic.Multiply(millis, 1000L) ?? throw ArithmeticErrors.Overflow("timestamp");

    public static long Seconds(long micros) => Calendar.FloorDivide(micros, Calendar.MicrosPerSecond);

    public static long Millis(long micros) => Calendar.FloorDivide(micros, 1000);

    /// <summary>timestamp_seconds: digits after the sixth of a decimal are an error, a double that is no number is null.</summary>
    public static Kernel FromSeconds(DataType type) => type switch
    {
        DecimalType d => new Kernel((Int128 seconds) => FromDecimal(seconds, d.Scale)),
        DoubleType => new Kernel((double seconds) => FromDouble(seconds)),
        FloatType => new Kernel((float seconds) => FromDouble(seconds)),
        _ => new Kernel((long seconds) =>
            Numbers.IntegerArithmetic.Multiply(seconds, Calendar.MicrosPerSecond) ?? throw ArithmeticErrors.Overflow("timestamp")),
    };

    private static long FromDecimal(Int128 seconds, int scale)
    {
        var micros = scale <= 6
            ? DecimalMath.TryScaleUp(seconds, 6 - scale, out var scaled) ? scaled : throw ArithmeticErrors.Overflow("timestamp")
            : seconds % DecimalMath.Power(scale - 6) == 0 ? seconds / DecimalMath.Power(scale - 6) : throw ArithmeticErrors.Overflow("timestamp, whole microseconds");
        return micros == (long)micros ? (long)micros : throw ArithmeticErrors.Overflow("timestamp");
    }

    private static long? FromDouble(double seconds)
    {
        var micros = seconds * Calendar.MicrosPerSecond;
        return !double.IsFinite(seconds) ? null
            : micros >= 9.2233720368547758E18 ? long.MaxValue
            : micros <= -9.2233720368547758E18 ? long.MinValue
            : (long)micros;
    }
}
