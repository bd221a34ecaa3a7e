using System.Globalization;
using System.Text;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Kernels.Casts;

/// <summary>Casts from and to strings.</summary>
internal static class TextCasts
{
    public static Conversion? FromText(CastSite site) => site.To switch
    {
        ByteType => site.PartialInvalid<string, sbyte>(TextToNumber.ToByte),
        ShortType => site.PartialInvalid<string, short>(TextToNumber.ToShort),
        IntegerType => site.PartialInvalid<string, int>(TextToNumber.ToInt),
        LongType => site.PartialInvalid<string, long>(TextToNumber.ToLong),
        FloatType => site.PartialInvalid<string, float>(TextToNumber.ToFloat),
        DoubleType => site.PartialInvalid<string, double>(TextToNumber.ToDouble),
        DecimalType d => site.Partial((string v) => TextToDecimal.Convert(v, d), v => TextToDecimal.Error(v, d)),
        BooleanType => site.PartialInvalid<string, bool>(TextToNumber.ToBoolean),
        DateType => site.PartialInvalid<string, int>(TextToDate.Convert),
        TimestampType => site.PartialInvalid<string, long>(TextToTimestamp.Convert),
        TimestampNtzType => site.PartialInvalid<string, long>(TextToTimestamp.ConvertLocal),
        BinaryType => site.Total<string, byte[]>(Encoding.UTF8.GetBytes),
        DayTimeIntervalType t => site.Partial(
            (string v) => TextToInterval.DayTime(v, t), v => CastErrors.BadInterval(v, t, $"it is not of the form {Form(t)}")),
        YearMonthIntervalType t => site.Partial(
            (string v) => TextToInterval.YearMonth(v, t), v => CastErrors.BadInterval(v, t, $"it is not of the form {Form(t)}")),
        _ => null,
    };

    public static Conversion? ToText(CastSite site) => site.From switch
    {
        ByteType => site.Total((sbyte v) => v.ToString(CultureInfo.InvariantCulture)),
        ShortType => site.Total((short v) => v.ToString(CultureInfo.InvariantCulture)),
        IntegerType => site.Total((int v) => v.ToString(CultureInfo.InvariantCulture)),
        LongType => site.Total((long v) => v.ToString(CultureInfo.InvariantCulture)),
        FloatType => site.Total<float, string>(JavaNumberText.Of),
        DoubleType => site.Total<double, string>(JavaNumberText.Of),
        DecimalType d => site.Total((Int128 v) => new DecimalValue(v, d.Scale).ToString()),
        BooleanType => site.Total((bool v) => v ? "true" : "false"),
        DateType => site.Total<int, string>(DateTimeText.Date),
        TimestampType or TimestampNtzType => site.Total<long, string>(DateTimeText.Timestamp),
        BinaryType => site.Total<byte[], string>(Encoding.UTF8.GetString),
        DayTimeIntervalType t => site.Total((long v) => IntervalText.Of(v, t)),
        YearMonthIntervalType t => site.Total((int v) => IntervalText.Of(v, t)),
        ArrayType a => site.Total((object?[] v) => NestedText.Array(v, Inner(site, a.ElementType))),
        MapType m => site.Total((KeyValuePair<object, object?>[] v) => NestedText.Map(v, Inner(site, m.KeyType), Inner(site, m.ValueType))),
        StructType s => Struct(site, s),
        _ => null,
    };

    private static Conversion Struct(CastSite site, StructType type)
    {
        var fields = type.Fields.Select(f => Inner(site, f.DataType)).ToArray();
        return site.Total((object?[] v) => NestedText.Struct(v, fields));
    }

    private static Func<object, object?> Inner(CastSite site, DataType type) =>
        type is StringType or NullType ? v => v : CastKernels.Find(site with { From = type })!.Boxed;

    private static string Form(DayTimeIntervalType type) => (type.Start, type.End) switch
    {
        (0, 0) => "[+|-]d",
        (0, 1) => "[+|-]d h",
        (0, 2) => "[+|-]d h:m",
        (0, 3) => "[+|-]d h:m:s.n",
        (1, 1) => "[+|-]h",
        (1, 2) => "[+|-]h:m",
        (1, 3) => "[+|-]h:m:s.n",
        (2, 2) => "[+|-]m",
        (2, 3) => "[+|-]m:s.n",
        _ => "[+|-]s.n",
    };

    private static string Form(YearMonthIntervalType type) => (type.Start, type.End) switch
    {
        (0, 0) => "[+|-]y",
        (1, 1) => "[+|-]m",
        _ => "[+|-]y-m",
    };
}
