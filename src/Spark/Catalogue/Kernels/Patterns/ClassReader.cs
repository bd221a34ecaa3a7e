using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Catalogue.Kernels.Patterns;

/// <summary>Reads classes of characters: <c>[a-d&amp;&amp;[^bc]]</c>, <c>\d</c>, <c>\p{Lu}</c>.</summary>
internal sealed class ClassReader(PatternReader reader)
{
    /// <summary>A class in brackets, the opening one taken.</summary>
    public CodePointSet Bracket()
    {
        var negated = reader.Skip('^');
        CodePointSet? intersected = null;
        CodePointSet? set = null;
        while (true)
        {
            reader.SkipComments();
            if (reader.AtEnd)
            {
                throw reader.Error("Unclosed character class");
            }

            // A closing bracket that comes first is a character of the class.
            if (reader.Next == ']' && (set is not null || intersected is not null))
            {
                reader.Take();
                break;
            }

            if (reader.Skip("&&"))
            {
                intersected = And(intersected, set);
                set = null;
                continue;
            }

            var part = Part();
            set = set is null ? part : set.Union(part);
        }

        var all = And(intersected, set) ?? CodePointSet.Empty;
        return negated ? all.Complement() : all;
    }

    /// <summary>The class that an escape stands for, the backslash and the letter taken; null when that letter stands for none.</summary>
    public CodePointSet? Predefined(char letter) => letter switch
    {
        'd' => NamedClasses.Digit,
        'D' => NamedClasses.Digit.Complement(),
        'w' => NamedClasses.Word,
        'W' => NamedClasses.Word.Complement(),
        's' => NamedClasses.Space,
        'S' => NamedClasses.Space.Complement(),
        'h' => NamedClasses.Horizontal,
        'H' => NamedClasses.Horizontal.Complement(),
        'v' => NamedClasses.Vertical,
        'V' => NamedClasses.Vertical.Complement(),
        'p' => Property(),
        'P' => Property().Complement(),
        _ => null,
    };

    /// <summary>With the other case of its letters, when case is ignored.</summary>
    public CodePointSet Cased(CodePointSet set) =>
        (reader.Flags & PatternFlags.IgnoreCase) != 0 ? set.IgnoringCase((reader.Flags & PatternFlags.UnicodeCase) != 0) : set;

    private static CodePointSet? And(CodePointSet? left, CodePointSet? right) => left is null ? right : right is null ? left : left.Intersect(right);

    private CodePointSet Part()
    {
        if (reader.Skip('['))
        {
            return Bracket();
        }

        if (reader.Skip("\\Q"))
        {
            return reader.Quoted().EnumerateRunes().Aggregate(CodePointSet.Empty, (set, rune) => set.Union(Cased(CodePointSet.Of((rune.Value, rune.Value)))));
        }

        if (reader.Next == '\\' && Predefined(reader) is { } predefined)
        {
            return predefined;
        }

        var first = Point();
        if (reader.Next == '-' && reader.Peek(1) is not (']' or '[' or '\0') && !(reader.Peek(1) == '&' && reader.Peek(2) == '&'))
        {
            reader.Take();
            var last = Point();
            return last >= first ? Cased(CodePointSet.Of((first, last))) : throw reader.Error("Illegal character range");
        }

        return Cased(CodePointSet.Of((first, first)));
    }

    private CodePointSet? Predefined(PatternReader at)
    {
        var start = at.At;
        at.Take();
        if (Predefined(at.Take()) is { } set)
        {
            return set;
        }

        at.At = start;
        return null;
    }

    private int Point()
    {
        if (!reader.Skip('\\'))
        {
            return reader.TakePoint();
        }

        var letter = reader.Take();
        return reader.Escaped(letter) ?? throw reader.Error($"Illegal escape sequence '\\{letter}' in a character class");
    }

    private CodePointSet Property()
    {
        var name = reader.Skip('{') ? reader.Until('}', "character family") : reader.Take().ToString();
        var positive = !name.StartsWith('^');
        var set = NamedClasses.Find(positive ? name : name[1..]) ?? throw new RefusedException(
            $"the character class \\p{{{name}}}", "it is not known here; write the characters as ranges.");
        return positive ? set : set.Complement();
    }
}
