using System.Globalization;
using System.Text;
using SparkEtl.Spark.Catalogue.Kernels.Casts;
using SparkEtl.Spark.Dialects.DuckDb;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Listing;

/// <summary>Values in the names of partition folders.</summary>
internal static class PartitionText
{
    // Digits of the decimals that hold every int and every bigint.
    private const int IntegerDigits = 10;
    private const int LongDigits = 20;

    private const string Unsafe = "\"#%'*/:=?\\{[]^\u007f";

    /// <summary>A value as a folder's name: what a file system may not like becomes % and two hexadecimal digits, as Hive does.</summary>
    public static string Escape(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var c in value)
        {
            if (c < ' ' || Unsafe.Contains(c, StringComparison.Ordinal))
            {
                text.Append(CultureInfo.InvariantCulture, $"%{(int)c:X2}");
            }
            else
            {
                text.Append(c);
            }
        }

        return text.ToString();
    }

    /// <summary>The value of a folder's name.</summary>
    public static string Unescape(string name)
    {
        if (!name.Contains('%', StringComparison.Ordinal))
        {
            return name;
        }

        var text = new StringBuilder(name.Length);
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] == '%' && i + 2 < name.Length
                && byte.TryParse(name.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                text.Append((char)code);
                i += 2;
            }
            else
            {
                text.Append(name[i]);
            }
        }

        return text.ToString();
    }

    /// <summary>The type that holds all values of a partition column.</summary>
    public static DataType TypeOf(IEnumerable<string> values) =>
        values.Distinct(StringComparer.Ordinal).Select(TypeOf).Aggregate((DataType)SqlTypes.Null, Wider);

    /// <summary>A value as plans have it.</summary>
    public static object? Value(string? text, StructField column) => text is null ? null : column.DataType switch
    {
        StringType => text,
        ByteType => TextToNumber.ToByte(text),
        ShortType => TextToNumber.ToShort(text),
        IntegerType => TextToNumber.ToInt(text),
        LongType => TextToNumber.ToLong(text),
        DecimalType d => TextToDecimal.Convert(text, d) is { } unscaled ? new DecimalValue(unscaled, d.Scale) : null,
        FloatType => TextToNumber.ToFloat(text),
        DoubleType => TextToNumber.ToDouble(text),
        BooleanType => TextToNumber.ToBoolean(text),
        DateType => TextToDate.Convert(text),
        TimestampType => TextToTimestamp.Convert(text),
        TimestampNtzType => TextToTimestamp.ConvertLocal(text),
        _ => (object?)null,
    } ?? throw new AnalysisException(
        "CAST_INVALID_INPUT",
        $"Found the folder {Escape(column.Name)}={Escape(text)}, expected a {column.DataType.SimpleString} after the =. Correct the schema, or rename the folder.");

    /// <summary>A value as a constant of that type in the engine's SQL.</summary>
    public static string Constant(string? text, StructField column)
    {
        var type = DuckDbDialect.Instance.TypeName(column.DataType);
        return (Value(text, column), column.DataType) switch
        {
            (null, _) => $"CAST(NULL AS {type})",
            (string s, _) => DuckDbDialect.QuoteText(s),
            (bool truth, _) => truth ? "true" : "false",
            (int days, DateType) => string.Create(CultureInfo.InvariantCulture, $"CAST(DATE '1970-01-01' + {days} AS DATE)"),
            (long micros, TimestampType or TimestampNtzType) => string.Create(CultureInfo.InvariantCulture, $"make_timestamp({micros})"),
            (float number, _) => $"CAST('{number.ToString("R", CultureInfo.InvariantCulture)}' AS {type})",
            (double number, _) => $"CAST('{number.ToString("R", CultureInfo.InvariantCulture)}' AS {type})",
            (var other, _) => string.Create(CultureInfo.InvariantCulture, $"CAST('{other}' AS {type})"),
        };
    }

    private static DataType TypeOf(string raw)
    {
        if (raw == PartitionFolders.NullName)
        {
            return SqlTypes.Null;
        }

        if (long.TryParse(raw, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number is >= int.MinValue and <= int.MaxValue ? SqlTypes.Integer : SqlTypes.Long;
        }

        // Whole numbers with an exponent too: what a decimal without digits behind the point holds.
        if (!raw.Contains('.', StringComparison.Ordinal) && TextToDecimal.Convert(raw, SqlTypes.Decimal(DecimalType.MaxPrecision, 0)) is { } large
            && !raw.Contains("e-", StringComparison.OrdinalIgnoreCase) && raw.Trim() == raw)
        {
            return SqlTypes.Decimal(Int128.Abs(large).ToString(CultureInfo.InvariantCulture).Length, 0);
        }

        // Texts that a cast to double takes and Java's parseDouble does not.
        var word = raw.TrimStart('+', '-');
        if (TextToNumber.ToDouble(raw) is not null && (!char.IsAsciiLetter(word.FirstOrDefault()) || word is "NaN" or "Infinity"))
        {
            return SqlTypes.Double;
        }

        var text = Unescape(raw);
        return IsMoment(text) ? SqlTypes.Timestamp : IsDay(text) ? SqlTypes.Date : SqlTypes.String;
    }

    private static bool IsDay(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsMoment(string text) => DateTime.TryParseExact(
        text, ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFF"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static DataType Wider(DataType left, DataType right) => (left, right) switch
    {
        _ when left.Equals(right) => left,
        (NullType, _) => right,
        (_, NullType) => left,
        (DoubleType, LongType) or (LongType, DoubleType) => SqlTypes.String,
        (IntegerType, LongType) or (LongType, IntegerType) => SqlTypes.Long,
        (IntegerType, DoubleType) or (DoubleType, IntegerType) => SqlTypes.Double,
        (DecimalType a, DecimalType b) => SqlTypes.Decimal(Math.Max(a.Precision, b.Precision), 0),
        (DecimalType d, IntegerType) => SqlTypes.Decimal(Math.Max(d.Precision, IntegerDigits), 0),
        (DecimalType d, LongType) => SqlTypes.Decimal(Math.Max(d.Precision, LongDigits), 0),
        (IntegerType or LongType, DecimalType) => Wider(right, left),
        (DecimalType, DoubleType) or (DoubleType, DecimalType) => SqlTypes.Double,
        (DateType, TimestampType) or (TimestampType, DateType) => SqlTypes.Timestamp,
        _ => SqlTypes.String,
    };
}
