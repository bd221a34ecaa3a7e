using System.Text;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Catalogue.Kernels.DateTimePatterns;

/// <summary>A compiled datetime pattern such as <c>yyyy-MM-dd HH:mm:ss[.SSS]</c>, for UTC and English.</summary>
internal sealed class DateTimePattern
{
    private readonly string text;
    private readonly IReadOnlyList<PatternElement> elements;

    private DateTimePattern(string text, IReadOnlyList<PatternElement> elements)
    {
        this.text = text;
        this.elements = elements;
    }

    /// <exception cref="QueryException">It is not a pattern.</exception>
    public static DateTimePattern ForWriting(string text) => new(text, PatternReader.Read(text, parsing: false));

    /// <exception cref="QueryException">It is not a pattern, or has a part that cannot be read.</exception>
    public static DateTimePattern ForReading(string text) => new(text, PatternReader.Read(text, parsing: true));

    /// <summary>A timestamp in microseconds as text.</summary>
    public string Write(long micros)
    {
        var moment = new PatternMoment(micros);
        var result = new StringBuilder(text.Length + 8);
        foreach (var element in elements)
        {
            element.Write(moment, result);
        }

        return result.ToString();
    }

    /// <summary>The timestamp that a text stands for; null when it is none.</summary>
    public long? TryRead(string value, bool ignoreZone = false)
    {
        var fields = new ParsedFields();
        var position = 0;
        foreach (var element in elements)
        {
            position = element.Read(fields, value, position);
            if (position < 0)
            {
                return null;
            }
        }

        return position == value.Length ? fields.Timestamp(ignoreZone) : null;
    }

    /// <summary>The timestamp that a text stands for.</summary>
    /// <exception cref="QueryException">It is none.</exception>
    public long Read(string value, bool ignoreZone = false) => TryRead(value, ignoreZone) ?? throw new QueryException(
        "CANNOT_PARSE_TIMESTAMP",
        $"The text '{value}' is not a date and time of the pattern '{text}'. Use try_to_timestamp where null is the wanted answer.");
}
