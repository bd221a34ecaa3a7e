using System.Globalization;
using System.Text;
using SparkEtl.Spark.Catalogue.Kernels.Casts;
using SparkEtl.Spark.Catalogue.Kernels.Formats;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Kernels.Csv;

/// <summary><c>to_csv</c> for one type.</summary>
internal sealed class CsvWriting
{
    private const char CommentMark = '#';

    private readonly CsvForm form;
    private readonly TimeFormats times;
    private readonly bool quotesAll;
    private readonly bool escapesQuotes;
    private readonly Func<object, string>[] fields;

    public CsvWriting(StructType type, IEnumerable<KeyValuePair<object, object?>> options)
    {
        var known = new TextOptions("to_csv", options, ["quoteAll", "escapeQuotes", "nanValue", "positiveInf", "negativeInf", .. CsvForm.Options, .. TimeFormats.Options]);
        form = CsvForm.Of("to_csv", known, reading: false);
        times = new TimeFormats(known);
        quotesAll = known.Flag("quoteAll", false);
        escapesQuotes = known.Flag("escapeQuotes", true);
        fields = [.. type.Fields.Select(f => Writer(f.DataType))];
    }

    /// <summary>The line; null when it would be empty.</summary>
    public string? Write(object?[] row)
    {
        var line = new StringBuilder();
        for (var i = 0; i < row.Length; i++)
        {
            line.Append(i > 0 ? form.Separator : string.Empty);
            if (row[i] is { } value)
            {
                AppendValue(line, fields[i](value), first: i == 0);
            }
            else
            {
                line.Append(form.NullValue);
            }
        }

        return line.Length == 0 ? null : line.ToString();
    }

    private void AppendValue(StringBuilder line, string value, bool first)
    {
        if (value.Length == 0)
        {
            line.Append(form.EmptyValue);
            return;
        }

        value = form.TrimsStart ? value.TrimStart(Blanks) : value;
        value = form.TrimsEnd ? value.TrimEnd(Blanks) : value;
        var quoted = quotesAll || value.Contains(form.Separator, StringComparison.Ordinal) || value.AsSpan().ContainsAny('\n', '\r')
            || (escapesQuotes && value.Contains(form.Quote)) || (first && value.StartsWith(CommentMark));
        if (!quoted)
        {
            line.Append(value);
            return;
        }

        line.Append(form.Quote);
        foreach (var c in value)
        {
            if (c == form.Quote || (c == form.Escape && form.Escape != form.Quote))
            {
                line.Append(form.Escape);
            }

            line.Append(c);
        }

        line.Append(form.Quote);
    }

    private Func<object, string> Writer(DataType type) => type switch
    {
        StringType => v => (string)v,
        BooleanType => v => (bool)v ? "true" : "false",
        IntegralType => v => Convert.ToInt64(v, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        FloatType => v => JavaNumberText.Of((float)v),
        DoubleType => v => JavaNumberText.Of((double)v),
        DecimalType => v => JavaDecimalText.Of((DecimalValue)v),
        DateType => v => times.Date((int)v),
        TimestampType => v => times.Timestamp((long)v),
        TimestampNtzType => v => times.Local((long)v),
        DayTimeIntervalType t => v => IntervalText.Of((long)v, t),
        YearMonthIntervalType t => v => IntervalText.Of((int)v, t),
        NullType => _ => form.NullValue,
        _ => throw new RefusedException($"to_csv of {type.SimpleString}", "Spark 3 and 4 write it differently; make it a string first."),
    };

    private static readonly char[] Blanks = [.. Enumerable.Range(0, ' ' + 1).Select(c => (char)c)];
}
