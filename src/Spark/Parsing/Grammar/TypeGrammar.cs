using System.Globalization;
using SparkEtl.Spark.Parsing.Lexing;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Parsing.Grammar;

/// <summary>Data types and schemas.</summary>
internal sealed class TypeGrammar(SqlGrammar grammar)
{
    private static readonly string[] YearMonthFields = ["year", "month"];
    private static readonly string[] DayTimeFields = ["day", "hour", "minute", "second"];

    private readonly TokenCursor cursor = grammar.Cursor;

    public DataType Type()
    {
        cursor.Enter();
        var type = NestedOrPlain();
        cursor.Leave();
        return type;
    }

    /// <summary><c>a int, b string NOT NULL COMMENT 'x'</c>, also with a colon after the name; comments are read and dropped.</summary>
    public StructType Schema() => new(grammar.List(Field));

    private DataType NestedOrPlain()
    {
        if (!cursor.Is(TokenKind.Word))
            throw cursor.Unexpected("a data type");

        var start = cursor.Index;
        var word = cursor.Take();
        switch (word.Keyword)
        {
            case Keyword.Array:
                OpenNested("ARRAY", "ARRAY<INT>");
                var element = Type();
                CloseNested();
                return new ArrayType(element);
            case Keyword.Map:
                OpenNested("MAP", "MAP<STRING, INT>");
                var key = Type();
                cursor.Expect(TokenKind.Comma, "',' between the types of keys and values");
                var value = Type();
                CloseNested();
                return new MapType(key, value);
            case Keyword.Struct:
                return Struct();
            case Keyword.Interval:
                return Interval(start);
            default:
                return Plain(cursor.Spelling(word).ToString(), start);
        }
    }

    private StructType Struct()
    {
        if (cursor.Accept(TokenKind.NotEqual))
            return new StructType([]);

        OpenNested("STRUCT", "STRUCT<a: INT, b: STRING>");
        if (cursor.Accept(TokenKind.Greater))
            return new StructType([]);

        var fields = Schema();
        CloseNested();
        return fields;
    }

    private void OpenNested(string type, string example)
    {
        if (!cursor.Accept(TokenKind.Less))
            throw cursor.Unexpected($"'<' with what the {type} holds, such as {example}");
    }

    private void CloseNested() => cursor.Expect(TokenKind.Greater, "'>' at the end of the type");

    private StructField Field()
    {
        var name = grammar.Names.Single("the name of a field");
        cursor.Accept(TokenKind.Colon);
        var type = Type();
        var nullable = !cursor.Accept(Keyword.Not, Keyword.Null);
        if (cursor.Accept(Keyword.Comment))
            grammar.Literals.Text("the comment as a text in quotes");
        return new StructField(name, type, nullable);
    }

    private DataType Interval(int start)
    {
        var from = cursor.Is(TokenKind.Word) ? cursor.Spelling(cursor.Current).ToString().ToLowerInvariant() : "";
        var fields = YearMonthFields.Contains(from) ? YearMonthFields : DayTimeFields;
        var first = Array.IndexOf(fields, from);
        if (first < 0)
        {
            throw SyntaxErrors.Refused(
                cursor.Since(start), "The type INTERVAL without fields", "Write INTERVAL YEAR TO MONTH or INTERVAL DAY TO SECOND.");
        }

        cursor.Take();
        var last = first;
        if (cursor.Accept(Keyword.To))
        {
            last = cursor.Is(TokenKind.Word) ? Array.IndexOf(fields, cursor.Spelling(cursor.Current).ToString().ToLowerInvariant()) : -1;
            if (last <= first)
                throw cursor.Unexpected($"a finer field than {from}: one of {string.Join(", ", fields.Skip(first + 1))}");
            cursor.Take();
        }

        return fields == YearMonthFields ? new YearMonthIntervalType(first, last) : new DayTimeIntervalType(first, last);
    }

    private DataType Plain(string name, int start)
    {
        var arguments = Arguments();
        return (name.ToUpperInvariant(), arguments) switch
        {
            ("BOOLEAN", []) => SqlTypes.Boolean,
            ("TINYINT" or "BYTE", []) => SqlTypes.Byte,
            ("SMALLINT" or "SHORT", []) => SqlTypes.Short,
            ("INT" or "INTEGER", []) => SqlTypes.Integer,
            ("BIGINT" or "LONG", []) => SqlTypes.Long,
            ("FLOAT" or "REAL", []) => SqlTypes.Float,
            ("DOUBLE", []) => SqlTypes.Double,
            ("DATE", []) => SqlTypes.Date,
            ("TIMESTAMP" or "TIMESTAMP_LTZ", []) => SqlTypes.Timestamp,
            ("TIMESTAMP_NTZ", []) => SqlTypes.TimestampNtz,
            ("STRING", []) => SqlTypes.String,
            ("CHAR" or "CHARACTER" or "VARCHAR", [> 0]) => SqlTypes.String,
            ("BINARY", []) => SqlTypes.Binary,
            ("VOID", []) => SqlTypes.Null,
            ("DECIMAL" or "DEC" or "NUMERIC", []) => SqlTypes.Decimal(10, 0),
            ("DECIMAL" or "DEC" or "NUMERIC", [var precision]) => Decimal(precision, 0, start),
            ("DECIMAL" or "DEC" or "NUMERIC", [var precision, var scale]) => Decimal(precision, scale, start),
            ("CHAR" or "CHARACTER" or "VARCHAR", _) => throw SyntaxErrors.At(
                cursor.Since(start), $"{name} needs one length, such as {name}(10).", "DATATYPE_MISSING_SIZE"),
            ("VARIANT" or "TIME" or "GEOMETRY" or "GEOGRAPHY" or "OBJECT", _) => throw SyntaxErrors.Refused(
                cursor.Since(start), $"The type {name}", "Not every supported Spark version has it. Use STRING or a TIMESTAMP type."),
            _ when cursor.Is(TokenKind.Word) && cursor.Peek(1).Kind == TokenKind.End && arguments is [] => throw cursor.Unexpected("the end of the type"),
            _ => throw SyntaxErrors.At(
                cursor.Since(start), $"there is no data type {cursor.Spelling(cursor.Since(start))}.", "UNSUPPORTED_DATATYPE"),
        };
    }

    private DecimalType Decimal(int precision, int scale, int start)
    {
        try
        {
            return SqlTypes.Decimal(precision, scale);
        }
        catch (AnalysisException e)
        {
            throw SyntaxErrors.At(cursor.Since(start), e.Message, e.ErrorClass);
        }
    }

    private List<int> Arguments()
    {
        if (!cursor.Accept(TokenKind.LeftParenthesis))
            return [];

        var arguments = grammar.List(WholeNumber);
        cursor.Expect(TokenKind.RightParenthesis, "',' or ')'");
        return arguments;
    }

    private int WholeNumber()
    {
        if (!cursor.Is(TokenKind.Integer)
            || !int.TryParse(cursor.Spelling(cursor.Current), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            throw cursor.Unexpected("a whole number");
        }

        cursor.Take();
        return number;
    }
}
