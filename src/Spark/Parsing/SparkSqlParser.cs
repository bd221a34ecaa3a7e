using SparkEtl.Spark.Parsing.Grammar;
using SparkEtl.Spark.Parsing.Lexing;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Parsing;

/// <summary>
/// Parses Spark SQL as Spark does in ANSI mode with its keywords not reserved. A text that the grammar does not take is an
/// <see cref="AnalysisException"/>, what Spark takes and this project does not a <see cref="RefusedException"/>; both point at the place.
/// </summary>
internal static class SparkSqlParser
{
    private const string Expression = "expression";

    /// <summary>An expression, with or without a name: <c>a + 1 AS b</c>.</summary>
    public static ExpressionSyntax ParseExpression(string text) => Whole(text, g => g.Expressions.Named(), Expression);

    /// <summary>An expression without a name, such as a filter's condition.</summary>
    public static ExpressionSyntax ParseCondition(string text) => Whole(text, g => g.Expressions.Expression(), Expression);

    /// <summary>A list of expressions to sort by: <c>a DESC, b NULLS FIRST</c>.</summary>
    public static Seq<SortSyntax> ParseSorts(string text) => Whole(text, g => g.List(g.Expressions.Sort).ToSeq(), Expression);

    /// <summary>A query; semicolons after it are allowed.</summary>
    public static QuerySyntax ParseQuery(string text) => Query(text, 0, text.Length);

    /// <summary>A query of a script; errors show the line of the script.</summary>
    public static QuerySyntax ParseQuery(SqlStatement statement) =>
        Query(statement.Script, statement.Offset, statement.Length);

    /// <summary>A data type: <c>array&lt;struct&lt;a: int, b: map&lt;string, decimal(10,2)&gt;&gt;&gt;</c>.</summary>
    public static DataType ParseDataType(string text) => Whole(text, g => g.Types.Type(), "type");

    /// <summary>A schema: <c>a int, b string NOT NULL COMMENT 'x'</c>, also <c>a: int</c> and <c>struct&lt;a: int&gt;</c>.</summary>
    public static StructType ParseSchema(string text) => Whole(text, Schema, "schema");

    /// <summary>The name of a table or view: <c>a.b.`c d`</c>.</summary>
    public static Seq<string> ParseTableName(string text) => Whole(text, g => g.Names.Qualified("a table's name"), "name");

    /// <summary>
    /// What <c>Col(name)</c> stands for: a column <c>a.b</c>, a star <c>*</c> or <c>t.*</c>. Unlike in SQL text every character but the
    /// point and the back quote is part of a name, blanks too.
    /// </summary>
    public static ExpressionSyntax ParseName(string text) => ColumnName.Parse(text);

    /// <summary>The statements of a script: separated by semicolons that stand in no text, name or comment. Empty ones are left out.</summary>
    public static IReadOnlyList<SqlStatement> SplitStatements(string text)
    {
        var statements = new List<SqlStatement>();
        Token? first = null;
        var end = 0;
        foreach (var token in Lexer.Tokenize(text, 0, text.Length))
        {
            if (token.Kind is TokenKind.Semicolon or TokenKind.End)
            {
                if (first is { } start)
                    statements.Add(new SqlStatement(text, start.Offset, end - start.Offset));
                first = null;
                continue;
            }

            first ??= token;
            end = token.End;
        }

        return statements;
    }

    private static QuerySyntax Query(string text, int offset, int length)
    {
        var cursor = new TokenCursor(text, offset, length, "query");
        var query = new SqlGrammar(cursor).Queries.Query();
        while (cursor.Accept(TokenKind.Semicolon))
        {
        }

        cursor.Expect(TokenKind.End, cursor.End);
        return query;
    }

    private static StructType Schema(SqlGrammar grammar) =>
        grammar.Cursor.Is(Keyword.Struct, TokenKind.Less) ? (StructType)grammar.Types.Type() : grammar.Types.Schema();

    private static T Whole<T>(string text, Func<SqlGrammar, T> parse, string whole)
    {
        var cursor = new TokenCursor(text, 0, text.Length, whole);
        var parsed = parse(new SqlGrammar(cursor));
        cursor.Expect(TokenKind.End, cursor.End);
        return parsed;
    }
}
