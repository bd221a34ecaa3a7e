using System.Globalization;
using System.Text;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Catalogue.Kernels.Patterns;

/// <summary>
/// A pattern of Java's <c>java.util.regex</c> as the text of a .NET pattern that matches the same: groups numbered in their order, possessive
/// quantifiers as atomic groups, classes written out, ASCII digits, words and case, Java's ends of lines, and whole code points.
/// </summary>
internal sealed class PatternTranslator
{
    // A word character to \b: letters and digits of all scripts, though \w knows ASCII only.
    private const string BoundaryWord = @"[\p{L}\p{Nd}\p{Mn}_]";
    private const string AnyLineEnd = @"(?=\z|\r\n|[\r\u0085\u2028\u2029]|(?<!\r)\n)";
    private const string LastLineEnd = @"(?=\z|\r\n\z|[\r\u0085\u2028\u2029]\z|(?<!\r)\n\z)";
    private const string AnyLineStart = @"(?!\z)(?:(?<![\s\S])|(?<=\n|\r(?!\n)|[\u0085\u2028\u2029]))";

    private readonly PatternReader reader;
    private readonly ClassReader classes;
    private readonly bool astral;
    private readonly Dictionary<string, int> names = [];
    private int groups;

    private PatternTranslator(string pattern, bool astral)
    {
        reader = new PatternReader(pattern);
        classes = new ClassReader(reader);
        this.astral = astral;
    }

    /// <summary>The .NET pattern, the number of groups, and the numbers of those that have names.</summary>
    /// <param name="pattern">Java's pattern.</param>
    /// <param name="astral">Whether the input may hold code points beyond U+FFFF.</param>
    public static (string Pattern, int Groups, IReadOnlyDictionary<string, int> Names) Translate(string pattern, bool astral)
    {
        var translator = new PatternTranslator(pattern, astral);
        var text = translator.Alternatives();
        return translator.reader.AtEnd ? (text, translator.groups, translator.names) : throw translator.reader.Error("Unmatched closing ')'");
    }

    private string Alternatives()
    {
        var text = new StringBuilder(Sequence());
        while (reader.Skip('|'))
        {
            text.Append('|').Append(Sequence());
        }

        return text.ToString();
    }

    private string Sequence()
    {
        var text = new StringBuilder();
        while (true)
        {
            reader.SkipComments();
            if (reader.AtEnd || reader.Next is '|' or ')')
            {
                return text.ToString();
            }

            text.Append(Quantified());
        }
    }

    private string Quantified()
    {
        // A quantifier after \Q...\E holds for its last character only.
        var atoms = Atom();
        var head = string.Concat(atoms.Take(atoms.Count - 1));
        var atom = atoms[^1];
        reader.SkipComments();
        if (Quantifier() is not { } quantifier)
        {
            return head + atom;
        }

        if (reader.Skip('+'))
        {
            return $"{head}(?>{atom}{quantifier})";
        }

        var text = $"{atom}{quantifier}{(reader.Skip('?') ? "?" : string.Empty)}";
        while (reader.Next == '{' && Quantifier() is { } again)
        {
            text = $"(?:{text}){again}";
        }

        return head + text;
    }

    private string? Quantifier()
    {
        if (reader.Next is '?' or '*' or '+')
        {
            return reader.Take().ToString();
        }

        if (reader.Next != '{')
        {
            return null;
        }

        reader.Take();
        var least = Count() ?? throw reader.Error("Illegal repetition");
        var comma = reader.Skip(',');
        var most = comma ? Count() : least;
        if (!reader.Skip('}'))
        {
            throw reader.Error("Unclosed counted closure");
        }

        return most < least ? throw reader.Error("Illegal repetition range") : $"{{{least}{(comma ? "," : string.Empty)}{(comma ? most : null)}}}";
    }

    private int? Count()
    {
        var digits = new StringBuilder();
        while (char.IsAsciiDigit(reader.Next))
        {
            digits.Append(reader.Take());
        }

        return digits.Length == 0 ? null
            : int.TryParse(digits.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count
            : throw reader.Error("Illegal repetition range");
    }

    private List<string> Atom()
    {
        var next = reader.TakePoint();
        return next switch
        {
            '[' => [Class(classes.Bracket())],
            '(' => [Group()],
            '.' => [Class(Dot())],
            '^' => [(reader.Flags & PatternFlags.Multiline) != 0 ? AnyLineStart : @"\A"],
            '$' => [(reader.Flags & PatternFlags.Multiline) != 0 ? AnyLineEnd : LastLineEnd],
            '\\' => Escape(),
            '*' or '+' or '?' => throw reader.Error($"Dangling meta character '{(char)next}'"),
            '{' => throw reader.Error("Illegal repetition"),
            _ => [Literal(next)],
        };
    }

    private CodePointSet Dot() => (reader.Flags & (PatternFlags.DotAll | PatternFlags.UnixLines)) switch
    {
        PatternFlags.UnixLines => CodePointSet.Of("\n").Complement(),
        PatternFlags.None => NamedClasses.LineEnds.Complement(),
        _ => CodePointSet.All,
    };

    private List<string> Escape()
    {
        var letter = reader.Take();
        if (classes.Predefined(letter) is { } set)
        {
            return [Class(set)];
        }

        switch (letter)
        {
            case 'Q':
                return [.. reader.Quoted().EnumerateRunes().Select(r => Literal(r.Value)).DefaultIfEmpty(string.Empty)];
            case 'E':
                return [string.Empty];
            case 'A' or 'z' or 'G':
                return [$"\\{letter}"];
            case 'Z':
                return [LastLineEnd];
            case 'b':
                return [$"(?:(?<={BoundaryWord})(?!{BoundaryWord})|(?<!{BoundaryWord})(?={BoundaryWord}))"];
            case 'B':
                return [$"(?:(?<={BoundaryWord})(?={BoundaryWord})|(?<!{BoundaryWord})(?!{BoundaryWord}))"];
            case 'R':
                return [@"(?:\r\n|[\n-\r\u0085\u2028\u2029])"];
            case 'X' or 'N':
                throw new RefusedException($"\\{letter} in a regular expression", "it is not known here; write the characters, or classes of them.");
            case 'k':
                return [NamedReference()];
            case >= '1' and <= '9':
                return [Reference(letter - '0')];
            default:
                return [Literal(reader.Escaped(letter) ?? throw reader.Error($"Illegal escape sequence '\\{letter}'"))];
        }
    }

    // As many digits as there is a group of that number; one digit always.
    private string Reference(int number)
    {
        while (char.IsAsciiDigit(reader.Next) && (number * 10) + (reader.Next - '0') <= groups)
        {
            number = (number * 10) + (reader.Take() - '0');
        }

        return number <= groups ? BackTo(number) : "(?!)";
    }

    private string NamedReference()
    {
        if (!reader.Skip('<'))
        {
            throw reader.Error("\\k is not followed by '<' for a named group");
        }

        var name = reader.Until('>', "group name");
        return names.TryGetValue(name, out var number) ? BackTo(number) : throw reader.Error($"The named group <{name}> does not exist");
    }

    private string BackTo(int number) => (reader.Flags & PatternFlags.IgnoreCase) != 0 ? $@"(?i:\k<{number}>)" : $@"\k<{number}>";

    private string Group()
    {
        var flags = reader.Flags;
        var open = Opening();
        if (open is null)
        {
            return string.Empty;
        }

        var inside = Alternatives();
        if (!reader.Skip(')'))
        {
            throw reader.Error("Unclosed group");
        }

        reader.Flags = flags;
        return $"({open}{inside})";
    }

    // What follows the parenthesis; null when it was (?flags), which holds for the rest of the group around it.
    private string? Opening()
    {
        if (!reader.Skip('?'))
        {
            return $"?<{++groups}>";
        }

        foreach (var plain in new[] { ":", "=", "!", ">", "<=", "<!" })
        {
            if (reader.Skip(plain))
            {
                return "?" + plain;
            }
        }

        if (reader.Skip('<'))
        {
            var name = reader.Until('>', "group name");
            if (name.Length == 0 || !char.IsAsciiLetter(name[0]) || !name.All(char.IsAsciiLetterOrDigit) || !names.TryAdd(name, ++groups))
            {
                throw reader.Error($"'{name}' is not the name of a group, or it is there already");
            }

            return $"?<{groups}>";
        }

        return SwitchFlags() ? "?:" : null;
    }

    private bool SwitchFlags()
    {
        var on = true;
        while (true)
        {
            var letter = reader.Take();
            if (letter is ')' or ':')
            {
                return letter == ':';
            }

            if (letter == '-' && on)
            {
                on = false;
                continue;
            }

            var flag = letter switch
            {
                'i' => PatternFlags.IgnoreCase,
                'm' => PatternFlags.Multiline,
                's' => PatternFlags.DotAll,
                'u' => PatternFlags.UnicodeCase,
                'x' => PatternFlags.Comments,
                'd' => PatternFlags.UnixLines,
                'U' => throw new RefusedException("(?U) in a regular expression", "name the classes instead: \\p{IsAlphabetic}, \\p{IsDigit}."),
                _ => throw reader.Error("Unknown inline modifier"),
            };
            reader.Flags = on ? reader.Flags | flag : reader.Flags & ~flag;
        }
    }

    private string Literal(int point) => Class(classes.Cased(CodePointSet.Of((point, point))));

    private string Class(CodePointSet set) => set.ToPattern(astral);
}
