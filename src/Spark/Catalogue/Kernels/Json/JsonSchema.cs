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
            var value = BigInteger.Parse(number.Digits, CultureInfo.InvariantCulture);
            var digits = BigInteger.Abs(value).ToString(CultureInfo.InvariantCulture).Length;
            return value >= long.MinValue && value <= long.MaxValue ? SqlTypes.Long
                : digits <= DecimalType.MaxPrecision ? SqlTypes.Decimal(digits, 0)
                : SqlTypes.Double;
        }

        var point = number.Digits.IndexOf('.');
        if (!prefersDecimal || point < 0 || number.Digits.AsSpan().IndexOfAny('e', 'E') >= 0)
        {
            return SqlTypes.Double;
        }

        var scale = number.Digits.Length - point - 1;
        return Math.Max(Precision(number.Digits), scale) is var precision && precision <= DecimalType.MaxPrecision ? SqlTypes.Decimal(precision, scale) : SqlTypes.Double;
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

    // Both are in the order of names.
    private static StructType Merged(StructType a, StructType b)
    {
        var fields = new List<StructField>(Math.Max(a.Fields.Count, b.Fields.Count));
        var (i, j) = (0, 0);
        while (i < a.Fields.Count || j < b.Fields.Count)
        {
            var order = i == a.Fields.Count ? 1 : j == b.Fields.Count ? -1 : string.CompareOrdinal(a.Fields[i].Name, b.Fields[j].Name);
            fields.Add(order < 0 ? a.Fields[i++]
                : order > 0 ? b.Fields[j++]
                : new StructField(a.Fields[i].Name, Common(a.Fields[i++].DataType, b.Fields[j++].DataType)));
        }

        return new StructType(fields);
    }
}
