using System.Globalization;
using System.Text;
using SparkEtl.Spark.Catalogue.Kernels.Casts;
using SparkEtl.Spark.Dialects.DuckDb;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Listing;

/// <summary>Values in the names of partition folders.</summary>
internal static class PartitionText
{
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
    public static DataType TypeOf(IEnumerable<string> values)
    {
        var type = values.Distinct(StringComparer.Ordinal).Select(TypeOf).Aggregate((DataType)SqlTypes.Null, Wider);
        return type is NullType ? SqlTypes.String : type;
    }

    /// <summary>A value as a constant of that type in the engine's SQL.</summary>
    public static string Constant(string? value, StructField column)
    {
        var type = DuckDbDialect.Instance.TypeName(column.DataType);
        if (value is null)
        {
            return $"CAST(NULL AS {type})";
        }

        return column.DataType switch
        {
            StringType => DuckDbDialect.QuoteText(value),
            ByteType or ShortType or IntegerType or LongType when TextToNumber.ToLong(value) is { } number => $"CAST({Number(number)} AS {type})",
            DecimalType d when TextToDecimal.Convert(value, d) is { } unscaled => $"CAST('{new Plan.DecimalValue(unscaled, d.Scale)}' AS {type})",
            DoubleType or FloatType when TextToNumber.ToDouble(value) is { } number => $"CAST('{number.ToString("R", CultureInfo.InvariantCulture)}' AS {type})",
            BooleanType when TextToNumber.ToBoolean(value) is { } truth => truth ? "true" : "false",
            DateType when TextToDate.Convert(value) is { } days => $"CAST(DATE '1970-01-01' + {Number(days)} AS DATE)",
            TimestampType when TextToTimestamp.Convert(value) is { } micros => $"make_timestamp({Number(micros)})",
            TimestampNtzType when TextToTimestamp.ConvertLocal(value) is { } micros => $"make_timestamp({Number(micros)})",
            _ => throw new AnalysisException(
                "CAST_INVALID_INPUT",
                $"Found the folder {Escape(column.Name)}={Escape(value)}, expected a {column.DataType.SimpleString} after the =. Correct the schema, or rename the folder."),
        };
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

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

        if (Int128.TryParse(raw, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var large) && raw.TrimStart('+', '-', '0').Length <= DecimalType.MaxPrecision)
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
        (DecimalType, IntegerType or LongType) => left,
        (IntegerType or LongType, DecimalType) => right,
        (DateType, TimestampType) or (TimestampType, DateType) => SqlTypes.Timestamp,
        _ => SqlTypes.String,
    };
}
