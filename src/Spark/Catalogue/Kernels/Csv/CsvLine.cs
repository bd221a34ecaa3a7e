using System.Text;

namespace SparkEtl.Spark.Catalogue.Kernels.Csv;

/// <summary>Takes one line of CSV apart. Ends of lines are characters like any other: the whole text is the line.</summary>
internal ref struct CsvLine
{
    private readonly ReadOnlySpan<char> text;
    private readonly CsvForm form;
    private int at;

    private CsvLine(string text, CsvForm form)
    {
        this.text = text;
        this.form = form;
    }

    /// <summary>The values, nulls and empty strings as the form has them; null when the line is a comment.</summary>
    public static string?[]? Split(string text, CsvForm form)
    {
        if (form.Comment is { } comment && text.StartsWith(comment))
        {
            return null;
        }

        var line = new CsvLine(text, form);
        var values = new List<string?>();
        do
        {
            values.Add(line.Value());
        }
        while (line.SkipSeparator());

        return [.. values];
    }

    private string? Value()
    {
        while (form.TrimsStart && at < text.Length && text[at] <= ' ' && !AtSeparator())
        {
            at++;
        }

        return at < text.Length && text[at] == form.Quote && form.Quote != '\0' ? Quoted() : Plain(string.Empty);
    }

    private string? Plain(string before)
    {
        var start = at;
        while (at < text.Length && !AtSeparator())
        {
            at++;
        }

        var value = before + text[start..at].ToString();
        value = form.TrimsEnd ? value.TrimEnd(Blanks) : value;
        return value.Length == 0 ? form.NullValue : value;
    }

    private string Quoted()
    {
        at++;
        var value = new StringBuilder();
        while (at < text.Length)
        {
            var c = text[at++];
            if (c == form.Escape && at < text.Length && (text[at] == form.Quote || (text[at] == form.Escape && form.Escape != form.Quote)))
            {
                value.Append(text[at++]);
            }
            else if (c == form.Quote)
            {
                var end = at;
                while (end < text.Length && text[end] <= ' ' && !IsSeparator(end))
                {
                    end++;
                }

                if (end == text.Length || IsSeparator(end))
                {
                    at = end;
                    return value.Length == 0 ? form.EmptyValue : value.ToString();
                }

                // A quote in the middle: the value is taken as it stands, to the next separator.
                return Plain($"{form.Quote}{value}{form.Quote}")!;
            }
            else
            {
                value.Append(c);
            }
        }

        return value.ToString();
    }

    private bool SkipSeparator()
    {
        if (!AtSeparator())
        {
            return false;
        }

        at += form.Separator.Length;
        return true;
    }

    private readonly bool AtSeparator() => IsSeparator(at);

    private readonly bool IsSeparator(int index) => text[index..].StartsWith(form.Separator);

    private static readonly char[] Blanks = [.. Enumerable.Range(0, ' ' + 1).Select(c => (char)c)];
}
