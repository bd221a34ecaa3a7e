using System.Text;
using SparkEtl.Spark.Catalogue.Kernels.DateTimePatterns;
using SparkEtl.Spark.Engines.DuckDb.Sources.Csv.Values;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Csv.Inference;

/// <summary>
/// Tells types from texts, as Spark does: each text is tried as the type so far, then as those behind it in the order int, bigint, decimal,
/// double, date, timestamp, boolean, string. So the order of the texts counts.
/// </summary>
internal sealed class CsvTypes(CsvOptions options)
{
    private const int IntegerDigits = 10;
    private const int LongDigits = 20;

    // Patterns of dates that are read as timestamps too when timestamps have no pattern.
    private static readonly string[] Lenient = ["yyyy-MM-dd", "yyyy-M-d", "yyyy-M-dd", "yyyy-MM-d", "yyyy-MM", "yyyy-M", "yyyy"];

    private readonly TimeText days = options.Times with { DatePattern = options.Times.DatePattern ?? DateTimePattern.ForReading("yyyy-MM-dd") };
    private readonly bool mixes = options.TimestampFormat is null && Lenient.Contains(options.DateFormat ?? Lenient[0], StringComparer.Ordinal);

    /// <summary>The type of the texts so far and one more.</summary>
    public DataType With(DataType soFar, ReadOnlySpan<byte> text) => soFar switch
    {
        StringType => soFar,
        IntegerType when WholeNumberText.TryInt(text, out _) => soFar,
        LongType when WholeNumberText.TryLong(text, out _) => soFar,
        DoubleType when options.Doubles.TryDouble(text, out _) => soFar,
        _ => Common(soFar, soFar switch
        {
            LongType => Long(text),
            DecimalType => Decimal(text),
            DoubleType => Double(text),
            DateType => Date(text),
            TimestampType => Timestamp(text),
            BooleanType => Boolean(text),
            _ => WholeNumberText.TryInt(text, out _) ? SqlTypes.Integer : Long(text),
        }),
    };

    private DataType Long(ReadOnlySpan<byte> text) => WholeNumberText.TryLong(text, out _) ? SqlTypes.Long : Decimal(text);

    private DataType Decimal(ReadOnlySpan<byte> text) => Digits(text) is > 0 and <= DecimalType.MaxPrecision and var digits ? SqlTypes.Decimal(digits, 0) : Double(text);

    private DataType Double(ReadOnlySpan<byte> text) =>
        options.Doubles.TryDouble(text, out _) ? SqlTypes.Double : options.PreferDate ? Date(text) : Timestamp(text);

    private DataType Date(ReadOnlySpan<byte> text) => days.TryDate(text, out _) ? SqlTypes.Date : Timestamp(text);

    private DataType Timestamp(ReadOnlySpan<byte> text) => options.Times.TryTimestamp(text, out _) ? SqlTypes.Timestamp : Boolean(text);

    private static DataType Boolean(ReadOnlySpan<byte> text) => BooleanText.TryRead(text, out _) ? SqlTypes.Boolean : SqlTypes.String;

    private DataType Common(DataType left, DataType right) => (left, right) switch
    {
        _ when left.Equals(right) => left,
        (NullType, _) => right,
        (IntegerType, LongType) or (LongType, IntegerType) => SqlTypes.Long,
        (IntegerType or LongType or DecimalType, DoubleType) or (DoubleType, IntegerType or LongType or DecimalType) => SqlTypes.Double,
        (DecimalType d, IntegerType) => SqlTypes.Decimal(Math.Max(d.Precision, IntegerDigits), 0),
        (DecimalType d, LongType) => SqlTypes.Decimal(Math.Max(d.Precision, LongDigits), 0),
        (IntegerType or LongType, DecimalType) => Common(right, left),
        (DecimalType a, DecimalType b) => SqlTypes.Decimal(Math.Max(a.Precision, b.Precision), 0),
        (DateType, TimestampType) or (TimestampType, DateType) when mixes => SqlTypes.Timestamp,
        _ => SqlTypes.String,
    };

    // How many digits a number has whose last one is that of the ones, however it is written; 0 for any other text.
    private static int Digits(ReadOnlySpan<byte> text)
    {
        var digits = new StringBuilder();
        var point = -1;
        var at = text is [(byte)'-' or (byte)'+', ..] ? 1 : 0;
        for (; at < text.Length && text[at] is (>= (byte)'0' and <= (byte)'9') or (byte)'.'; at++)
        {
            if (text[at] != '.')
            {
                digits.Append((char)text[at]);
            }
            else if (point < 0)
            {
                point = digits.Length;
            }
            else
            {
                return 0;
            }
        }

        long exponent = 0;
        if (at < text.Length && (text[at] is not ((byte)'e' or (byte)'E') || !WholeNumberText.TryInt(text[(at + 1)..], out var written) || (exponent = written) != written))
        {
            return 0;
        }

        var scale = (point < 0 ? 0 : digits.Length - point) - exponent;
        return digits.Length == 0 || scale != 0 ? 0 : Math.Max(1, digits.ToString().TrimStart('0').Length);
    }
}
