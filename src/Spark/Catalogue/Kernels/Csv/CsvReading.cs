using System.Globalization;
using SparkEtl.Spark.Catalogue.Kernels.Casts;
using SparkEtl.Spark.Catalogue.Kernels.Formats;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Kernels.Csv;

/// <summary><c>from_csv</c> for one schema.</summary>
internal sealed class CsvReading
{
    private static readonly string[] Options =
        ["mode", "columnNameOfCorruptRecord", "nanValue", "positiveInf", "negativeInf", .. CsvForm.Options, .. TimeFormats.Options];

    private readonly CsvForm form;
    private readonly ReadMode mode;
    private readonly TimeFormats times;
    private readonly string nan;
    private readonly string positive;
    private readonly string negative;
    private readonly int width;
    private readonly (int Position, Func<string, object?> Convert)[] columns;

    public CsvReading(StructType schema, IEnumerable<KeyValuePair<object, object?>> options)
    {
        var known = new TextOptions("from_csv", options, Options);
        form = CsvForm.Of("from_csv", known, reading: true);
        mode = ReadMode.Of("from_csv", known, schema);
        times = new TimeFormats(known);
        nan = known.Text("nanValue", "NaN");
        positive = known.Text("positiveInf", "Inf");
        negative = known.Text("negativeInf", "-Inf");
        width = schema.Fields.Count;
        columns = [.. schema.Fields.Select((f, i) => (i, f)).Where(p => p.i != mode.CorruptColumn).Select(p => (p.i, Converter(p.f.DataType)))];
    }

    /// <summary>The row. A value that does not fit, or is missing, is null.</summary>
    public object?[] Read(string text)
    {
        var row = new object?[width];
        var values = CsvLine.Split(text, form);
        var fits = values?.Length == columns.Length;
        for (var i = 0; i < columns.Length && i < values?.Length; i++)
        {
            var (position, convert) = columns[i];
            if (values[i] is { } value && value != form.NullValue)
            {
                row[position] = convert(value);
                fits &= row[position] is not null;
            }
        }

        if (fits)
        {
            return row;
        }

        mode.Malformed(text);
        return mode.Keep(text, row);
    }

    private Func<string, object?> Converter(DataType type) => type switch
    {
        StringType => v => v,
        BooleanType => v => bool.TryParse(v, out var b) && v.Trim().Length == v.Length ? b : null,
        ByteType => v => Whole(v) is >= sbyte.MinValue and <= sbyte.MaxValue and var n ? (sbyte)n : null,
        ShortType => v => Whole(v) is >= short.MinValue and <= short.MaxValue and var n ? (short)n : null,
        IntegerType => v => Whole(v) is >= int.MinValue and <= int.MaxValue and var n ? (int)n : null,
        LongType => v => Whole(v),
        FloatType => v => Special(v) is { } s ? (float)s : JavaFloats.ToFloat(v),
        DoubleType => v => Special(v) ?? JavaFloats.ToDouble(v),
        DecimalType d => v => TextToDecimal.Convert(v.Replace(",", string.Empty, StringComparison.Ordinal), d) is { } unscaled ? new DecimalValue(unscaled, d.Scale) : null,
        DateType => v => times.ReadDate(v),
        TimestampType => v => times.ReadTimestamp(v),
        TimestampNtzType => v => TimestampWithoutZone(v),
        DayTimeIntervalType t => v => TextToInterval.DayTime(v, t),
        YearMonthIntervalType t => v => TextToInterval.YearMonth(v, t),
        _ => throw new AnalysisException("UNSUPPORTED_DATATYPE", $"from_csv reads no {type.SimpleString}. Read it as string."),
    };

    // A text with a zone is no local time here, though a cast would leave the zone out.
    private long? TimestampWithoutZone(string text) =>
        times.ReadLocal(text) is { } local && times.ReadTimestamp(text) == local && !text.EndsWith('Z') ? local : null;

    private double? Special(string text) => text == nan ? double.NaN : text == positive ? double.PositiveInfinity : text == negative ? double.NegativeInfinity : null;

    private static long? Whole(string text) =>
        text.Length > 0 && text[^1] != ' ' && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;
}
