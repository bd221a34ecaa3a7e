using System.Globalization;
using System.Text;

namespace SparkEtl.Spark.Catalogue.Kernels.Json;

/// <summary>Reads the first value of a text; what follows it is not looked at.</summary>
internal ref struct JsonReader
{
    private const int Deepest = 1000;
    private const int HexDigits = 4;

    private readonly string text;
    private readonly JsonLeniency leniency;
    private int at;
    private int depth;

    private JsonReader(string text, JsonLeniency leniency)
    {
        this.text = text;
        this.leniency = leniency;
    }

    /// <summary>The value; null when the text does not begin with one.</summary>
    public static JsonNode? TryRead(string text, JsonLeniency leniency) => new JsonReader(text, leniency).Value();

    private JsonNode? Value()
    {
        if (!SkipBlanks() || ++depth > Deepest)
        {
            return null;
        }

        var node = text[at] switch
        {
            '{' => Object(),
            '[' => Array(),
            '"' => String() is { } s ? new JsonNode.Text(s) : null,
            '\'' when leniency.AllowSingleQuotes => String() is { } s ? new JsonNode.Text(s) : null,
            _ => Word("true") ? new JsonNode.Flag(true)
                : Word("false") ? new JsonNode.Flag(false)
                : Word("null") ? JsonNode.Null.Instance
                : Number(),
        };
        depth--;
        return node;
    }

    private JsonNode? Object()
    {
        at++;
        var fields = new List<KeyValuePair<string, JsonNode>>();
        if (SkipBlanks() && text[at] == '}')
        {
            at++;
            return new JsonNode.Object(fields);
        }

        while (SkipBlanks())
        {
            if (Name() is not { } name || !SkipBlanks() || text[at++] != ':' || Value() is not { } value || !SkipBlanks())
            {
                return null;
            }

            fields.Add(KeyValuePair.Create(name, value));
            var next = text[at++];
            if (next != ',')
            {
                return next == '}' ? new JsonNode.Object(fields) : null;
            }
        }

        return null;
    }

    private JsonNode? Array()
    {
        at++;
        var items = new List<JsonNode>();
        if (SkipBlanks() && text[at] == ']')
        {
            at++;
            return new JsonNode.Array(items);
        }

        while (Value() is { } item && SkipBlanks())
        {
            items.Add(item);
            var next = text[at++];
            if (next != ',')
            {
                return next == ']' ? new JsonNode.Array(items) : null;
            }
        }

        return null;
    }

    private string? Name()
    {
        if (text[at] == '"' || (text[at] == '\'' && leniency.AllowSingleQuotes))
        {
            return String();
        }

        var start = at;
        while (leniency.AllowUnquotedFieldNames && at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '$' or '-' or '@' or '#' or '*' or '+'))
        {
            at++;
        }

        return at > start ? text[start..at] : null;
    }

    private string? String()
    {
        var quote = text[at++];
        var plain = text.AsSpan(at).IndexOfAny(quote, '\\');
        if (plain >= 0 && text[at + plain] == quote && (leniency.AllowUnquotedControlChars || text.AsSpan(at, plain).IndexOfAnyInRange('\0', '\u001f') < 0))
        {
            at += plain + 1;
            return text.Substring(at - plain - 1, plain);
        }

        var value = new StringBuilder();
        while (at < text.Length)
        {
            var c = text[at++];
            if (c == quote)
            {
                return value.ToString();
            }

            if (c == '\\')
            {
                if (at == text.Length || Escape(text[at++]) is not { } escaped)
                {
                    return null;
                }

                value.Append(escaped);
            }
            else if (c < ' ' && !leniency.AllowUnquotedControlChars)
            {
                return null;
            }
            else
            {
                value.Append(c);
            }
        }

        return null;
    }

    private char? Escape(char c) => c switch
    {
        '"' or '\\' or '/' => c,
        'b' => '\b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'u' => Hex(),
        '\'' when leniency.AllowSingleQuotes => c,
        _ => leniency.AllowBackslashEscapingAnyCharacter ? c : null,
    };

    private char? Hex()
    {
        if (at + HexDigits > text.Length
            || !ushort.TryParse(text.AsSpan(at, HexDigits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            return null;
        }

        at += HexDigits;
        return (char)code;
    }

    private JsonNode? Number()
    {
        var start = at;
        var signed = Skip('-') || (leniency.AllowNonNumericNumbers && Skip('+'));
        if (leniency.AllowNonNumericNumbers && (Word("Infinity") || (signed ? Word("INF") : Word("NaN"))))
        {
            return new JsonNode.Number(text[start..at].TrimStart('+'));
        }

        if (text[start] == '+')
        {
            return null;
        }

        var whole = Digits();
        if (whole == 0 || (whole > 1 && text[at - whole] == '0' && !leniency.AllowNumericLeadingZeros))
        {
            return null;
        }

        if (Skip('.') && Digits() == 0)
        {
            return null;
        }

        if (at < text.Length && text[at] is 'e' or 'E')
        {
            at++;
            _ = Skip('+') || Skip('-');
            if (Digits() == 0)
            {
                return null;
            }
        }

        // A number ends at a blank or at a mark.
        return at < text.Length && text[at] is not (' ' or '\t' or '\n' or '\r' or ',' or ']' or '}' or ':' or '/')
            && (depth > 1 || char.IsLetterOrDigit(text[at]) || text[at] == '.')
            ? null
            : new JsonNode.Number(text[start..at]);
    }

    private int Digits()
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at - start;
    }

    private bool Word(string word)
    {
        if (string.CompareOrdinal(text, at, word, 0, word.Length) != 0
            || (at + word.Length < text.Length && (char.IsLetterOrDigit(text[at + word.Length]) || text[at + word.Length] == '_')))
        {
            return false;
        }

        at += word.Length;
        return true;
    }

    private bool Skip(char c)
    {
        if (at >= text.Length || text[at] != c)
        {
            return false;
        }

        at++;
        return true;
    }

    // False at the end of the text.
    private bool SkipBlanks()
    {
        while (at < text.Length)
        {
            if (text[at] is ' ' or '\t' or '\n' or '\r')
            {
                at++;
            }
            else if (!leniency.AllowComments || text[at] != '/' || !SkipComment())
            {
                return true;
            }
        }

        return false;
    }

    private bool SkipComment()
    {
        var open = text.AsSpan(at);
        var close = open.StartsWith("/*") ? "*/" : open.StartsWith("//") ? "\n" : null;
        var end = close is null ? -1 : text.IndexOf(close, at + 2, StringComparison.Ordinal);
        if (close is null || (end < 0 && close == "*/"))
        {
            return false;
        }

        at = end < 0 ? text.Length : end + close.Length;
        return true;
    }
}
