using System.Text;

namespace SparkEtl.Spark.Catalogue.Kernels.DateTimePatterns;

/// <summary>A field as an English word; the first word stands for the value <paramref name="first"/>.</summary>
internal sealed class TextElement(PatternField field, int first, string[] words) : PatternElement
{
    public static readonly string[] Months =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ];

    public static readonly string[] Weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    /// <summary>The first three letters of each.</summary>
    public static string[] Short(string[] words) => Array.ConvertAll(words, w => w[..3]);

    public override void Write(in PatternMoment moment, StringBuilder text) => text.Append(words[(int)moment[field] - first]);

    public override int Read(ParsedFields fields, string text, int position)
    {
        var found = -1;
        for (var i = 0; i < words.Length; i++)
        {
            if (Matches(text, position, words[i]) && (found < 0 || words[i].Length > words[found].Length))
            {
                found = i;
            }
        }

        return found >= 0 && fields.Set(field, found + first) ? position + words[found].Length : -1;
    }
}
