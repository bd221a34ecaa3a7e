using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using SparkEtl.Spark.Catalogue.Kernels.Casts;
using SparkEtl.Spark.Catalogue.Kernels.DateTimePatterns;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;
using Calendar = SparkEtl.Spark.Catalogue.Kernels.Dates.Calendar;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Csv.Writing;

/// <summary>The texts of values by type.</summary>
internal static class CellTexts
{
    private const int LongestNumber = 64;
    private const int LastYear = 9999;
    private const int MicrosPerMilli = 1000;

    private const string Moment = "yyyy-MM-dd'T'HH:mm:ss[.SSS][XXX]";
    private const string LocalMoment = "yyyy-MM-dd'T'HH:mm:ss[.SSS]";

    /// <summary>What writes the values of a column.</summary>
    public static CellText Of(StructField field, CsvWriteOptions options) => field.DataType switch
    {
        StringType => (column, row, text) => text.Write(column.GetBytes(row)),
        BooleanType => (column, row, text) => text.Write(column.Data<bool>()[row] ? "true"u8 : "false"u8),
        ByteType => (column, row, text) => Number(column.Data<sbyte>()[row], text),
        ShortType => (column, row, text) => Number(column.Data<short>()[row], text),
        IntegerType => (column, row, text) => Number(column.Data<int>()[row], text),
        LongType => (column, row, text) => Number(column.Data<long>()[row], text),
        FloatType => (column, row, text) => Write(JavaNumberText.Of(column.Data<float>()[row]), text),
        DoubleType => (column, row, text) => Write(JavaNumberText.Of(column.Data<double>()[row]), text),
        DecimalType d => (column, row, text) => Decimal(column.GetDecimal(row), d.Scale, text),
        DateType => Dates(options.DatePattern),
        TimestampType => Moments(options.TimestampPattern, Moment, ".000Z"u8.ToArray()),
        TimestampNtzType => Moments(options.LocalPattern, LocalMoment, ".000"u8.ToArray()),
        DayTimeIntervalType d => (column, row, text) => Write(IntervalText.Of(column.Data<long>()[row], d), text),
        YearMonthIntervalType y => (column, row, text) => Write(IntervalText.Of(column.Data<int>()[row], y), text),
        var other => throw new AnalysisException(
            "UNSUPPORTED_DATA_TYPE_FOR_DATASOURCE",
            $"Found the column {field.Name} of the type {other.SimpleString}, which CSV does not have. Cast it to string, or write it as json or parquet."),
    };

    private static CellText Dates(DateTimePattern? pattern) => (column, row, text) =>
    {
        var day = column.Data<int>()[row];
        if (pattern is not null)
        {
            Write(pattern.Write(day * Calendar.MicrosPerDay), text);
        }
        else if (!TryDay(day, text))
        {
            Write(DateTimeText.Date(day), text);
        }
    };

    private static CellText Moments(DateTimePattern? pattern, string usual, byte[] end)
    {
        var slow = pattern ?? DateTimePattern.ForWriting(usual);
        return (column, row, text) =>
        {
            var micros = column.Data<long>()[row];
            if (pattern is not null || !TryMoment(micros, end, text))
            {
                Write(slow.Write(micros), text);
            }
        };
    }

    private static bool TryDay(int days, ArrayBufferWriter<byte> text)
    {
        var day = Calendar.DayOf(days);
        if (day.Year is < 0 or > LastYear)
        {
            return false;
        }

        var span = text.GetSpan(10);
        Digits(span[..4], day.Year);
        span[4] = (byte)'-';
        Digits(span[5..7], day.Month);
        span[7] = (byte)'-';
        Digits(span[8..10], day.Day);
        text.Advance(10);
        return true;
    }

    // yyyy-MM-ddTHH:mm:ss.SSS and what is behind; smaller fractions are cut off.
    private static bool TryMoment(long micros, ReadOnlySpan<byte> end, ArrayBufferWriter<byte> text)
    {
        if (!TryDay(Calendar.DaysSinceEpoch(micros), text))
        {
            return false;
        }

        var ofDay = Calendar.MicrosOfDay(micros);
        var seconds = (int)(ofDay / Calendar.MicrosPerSecond);
        var span = text.GetSpan(9 + end.Length);
        span[0] = (byte)'T';
        Digits(span[1..3], seconds / 3600);
        span[3] = (byte)':';
        Digits(span[4..6], seconds / 60 % 60);
        span[6] = (byte)':';
        Digits(span[7..9], seconds % 60);
        end.CopyTo(span[9..]);
        Digits(span[10..13], (int)(ofDay % Calendar.MicrosPerSecond) / MicrosPerMilli);
        text.Advance(9 + end.Length);
        return true;
    }

    private static void Digits(Span<byte> to, int number)
    {
        for (var i = to.Length - 1; i >= 0; i--)
        {
            to[i] = (byte)('0' + (number % 10));
            number /= 10;
        }
    }

    private static void Number(long value, ArrayBufferWriter<byte> text)
    {
        Utf8Formatter.TryFormat(value, text.GetSpan(LongestNumber), out var written);
        text.Advance(written);
    }

    // As Java writes a decimal: with an exponent when it has more than six digits behind the point before the first that counts.
    private static void Decimal(Int128 unscaled, int scale, ArrayBufferWriter<byte> text)
    {
        const int SmallestPlain = -6;
        Span<byte> digits = stackalloc byte[LongestNumber];
        UInt128 size = unscaled < 0 ? (UInt128)(-unscaled) : (UInt128)unscaled;
        size.TryFormat(digits, out var count, default, CultureInfo.InvariantCulture);
        digits = digits[..count];
        if (unscaled < 0)
        {
            text.Write("-"u8);
        }

        var exponent = count - 1 - scale;
        if (scale == 0)
        {
            text.Write(digits);
        }
        else if (exponent < SmallestPlain)
        {
            text.Write(digits[..1]);
            if (count > 1)
            {
                text.Write("."u8);
                text.Write(digits[1..]);
            }

            text.Write("E"u8);
            Number(exponent, text);
        }
        else if (count > scale)
        {
            text.Write(digits[..^scale]);
            text.Write("."u8);
            text.Write(digits[^scale..]);
        }
        else
        {
            text.Write("0."u8);
            text.GetSpan(scale - count)[..(scale - count)].Fill((byte)'0');
            text.Advance(scale - count);
            text.Write(digits);
        }
    }

    private static void Write(string value, ArrayBufferWriter<byte> text) => Encoding.UTF8.GetBytes(value, text);
}
