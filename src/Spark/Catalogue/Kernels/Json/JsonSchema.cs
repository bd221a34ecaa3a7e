using System.Globalization;
using System.Numerics;
using SparkEtl.Spark.Catalogue.Kernels.Formats;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Kernels.Json;

/// <summary>The types that JSON values have.</summary>
internal sealed class JsonSchema(TextOptions options)
{
    /// <summary>The options that decide on types.</summary>
    public static readonly string[] Options = ["primitivesAsString", "prefersDecimal", "inferTimestamp"];

    private readonly bool primitivesAsString = options.Flag("primitivesAsString", false);
    private readonly bool prefersDecimal = options.Flag("prefersDecimal", false);
    private readonly bool timestamps = options.Flag("inferTimestamp", false);
    private readonly TimeFormats times = new(options);

    /// <summary>The type of a root: a string where nothing is known.</summary>
    public static DataType Rooted(DataType type) => type switch
    {
        StructType s => Known(s) ?? new StructType([]),
        ArrayType { ElementType: StructType s } => SqlTypes.ArrayOf(Known(s) ?? new StructType([])),
        _ => Known(type) ?? SqlTypes.String,
    };

    /// <summary>The type of a value; void where it has none.</summary>
    public DataType Infer(JsonNode node) => node switch
    {
        JsonNode.Null => SqlTypes.Null,
        JsonNode.Text { Value.Length: 0 } => SqlTypes.Null,
        JsonNode.Text t => OfText(t.Value),
        JsonNode.Flag or JsonNode.Number when primitivesAsString => SqlTypes.String,
        JsonNode.Flag => SqlTypes.Boolean,
        JsonNode.Number n => OfNumber(n),
        JsonNode.Array a => SqlTypes.ArrayOf(a.Items.Select(Infer).Aggregate((DataType)SqlTypes.Null, Common)),
        JsonNode.Object o => new StructType(o.Fields.Select(f => new StructField(f.Key, Infer(f.Value))).OrderBy(f => f.Name, StringComparer.Ordinal)),
        _ => SqlTypes.String,
    };

    private DataType OfText(string text) =>
        prefersDecimal && OfDecimal(text) is { } exact ? exact
        : timestamps && IsTimestamp(text) ? SqlTypes.Timestamp
        : SqlTypes.String;

    private DataType OfNumber(JsonNode.Number number)
    {
        if (number.IsWhole)
        {
            if (long.TryParse(number.Digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
            {
                return SqlTypes.Long;
            }

            var value = BigInteger.Parse(number.Digits, CultureInfo.InvariantCulture);
            var digits = BigInteger.Abs(value).ToString(CultureInfo.InvariantCulture).Length;
            return digits <= DecimalType.MaxPrecision ? SqlTypes.Decimal(digits, 0) : SqlTypes.Double;
        }

        if (!prefersDecimal || !char.IsAsciiDigit(number.Digits[^1]))
        {
            return SqlTypes.Double;
        }

        var end = number.Digits.AsSpan().IndexOfAny('e', 'E') is >= 0 and var e ? e : number.Digits.Length;
        var mantissa = number.Digits[..end];
        var point = mantissa.IndexOf('.');
        var scale = (point < 0 ? 0 : mantissa.Length - point - 1) - (end < number.Digits.Length ? int.Parse(number.Digits.AsSpan(end + 1), CultureInfo.InvariantCulture) : 0);
        if (scale < 0)
        {
            throw new AnalysisException(
                "UNSUPPORTED_FEATURE", $"Found the number {number.Digits} under the option prefersDecimal, expected none that ends in zeros by its exponent. Leave the option out, or give a schema.");
        }

        return Math.Max(Precision(mantissa), scale) is var precision && precision <= DecimalType.MaxPrecision ? SqlTypes.Decimal(precision, scale) : SqlTypes.Double;
    }

    // Texts with commas between thousands are numbers here; one with more places than digits is a string to Spark.
    private static DecimalType? OfDecimal(string text)
    {
        var digits = text.Replace(",", string.Empty, StringComparison.Ordinal);
        const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (!BigInteger.TryParse(digits.Replace(".", string.Empty, StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
            || !double.TryParse(digits, Plain, CultureInfo.InvariantCulture, out _))
        {
            return null;
        }

        var scale = digits.IndexOf('.') is >= 0 and var point ? digits.Length - point - 1 : 0;
        return Precision(digits) is var precision && precision <= DecimalType.MaxPrecision && scale <= precision ? SqlTypes.Decimal(precision, scale) : null;
    }

    private static int Precision(string digits) => Math.Max(1, digits.Replace(".", string.Empty, StringComparison.Ordinal).TrimStart('-', '+', '0').Length);

    private bool IsTimestamp(string text)
    {
        try
        {
            return times.ReadTimestamp(text) is not null;
        }
        catch (RefusedException)
        {
            // A time of day: a timestamp of today to Spark.
            return true;
        }
    }

    /// <summary>The type that values of either type have.</summary>
    public static DataType Common(DataType left, DataType right) => (left, right) switch
    {
        _ when left.Equals(right) => left,
        (NullType, _) => right,
        (_, NullType) => left,
        (DoubleType, NumericType) or (NumericType, DoubleType) => SqlTypes.Double,
        (LongType, DecimalType d) => Common(Coercion.DecimalOf(SqlTypes.Long), d),
        (DecimalType d, LongType) => Common(d, Coercion.DecimalOf(SqlTypes.Long)),
        (DecimalType a, DecimalType b) => Wider(a, b),
        (ArrayType a, ArrayType b) => SqlTypes.ArrayOf(Common(a.ElementType, b.ElementType)),
        (StructType a, StructType b) => Merged(a, b),
        _ => SqlTypes.String,
    };

    /// <summary>The type with strings where nothing is known; null when nothing is left of it.</summary>
    /// <param name="type">The type.</param>
    /// <param name="dropsUnknown">Whether what has no value anywhere is left out.</param>
    public static DataType? Known(DataType type, bool dropsUnknown = false) => type switch
    {
        NullType => dropsUnknown ? null : SqlTypes.String,
        ArrayType a => Known(a.ElementType, dropsUnknown) is { } e ? SqlTypes.ArrayOf(e) : null,
        StructType s => KnownFields(s, dropsUnknown),
        _ => type,
    };

    // An object without fields is left out.
    private static StructType? KnownFields(StructType type, bool dropsUnknown)
    {
        var fields = type.Fields.Where(f => f.Name.Length > 0).Select(f => (f.Name, Type: Known(f.DataType, dropsUnknown))).Where(f => f.Type is not null)
            .Select(f => new StructField(f.Name, f.Type!)).ToList();
        return fields.Count > 0 ? new StructType(fields) : null;
    }

    private static DataType Wider(DecimalType a, DecimalType b)
    {
        var scale = Math.Max(a.Scale, b.Scale);
        var precision = Math.Max(a.Precision - a.Scale, b.Precision - b.Scale) + scale;
        return precision <= DecimalType.MaxPrecision ? SqlTypes.Decimal(precision, scale) : SqlTypes.Double;
    }

    // Names that differ by case alone are one field here, though not within one object.
    private static StructType Merged(StructType a, StructType b)
    {
        var fields = new List<StructField>(a.Fields);
        foreach (var field in b.Fields)
        {
            var at = fields.FindIndex(0, a.Fields.Count, f => f.Name.Equals(field.Name, StringComparison.OrdinalIgnoreCase));
            if (at < 0)
            {
                fields.Add(field);
            }
            else
            {
                fields[at] = new StructField(fields[at].Name, Common(fields[at].DataType, field.DataType));
            }
        }

        return new StructType(fields.OrderBy(f => f.Name, StringComparer.Ordinal));
    }
}
