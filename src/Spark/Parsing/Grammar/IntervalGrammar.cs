using SparkEtl.Spark.Parsing.Lexing;
using SparkEtl.Spark.Parsing.Literals;
using SparkEtl.Spark.Parsing.Syntax;

namespace SparkEtl.Spark.Parsing.Grammar;

/// <summary>Interval literals.</summary>
internal sealed class IntervalGrammar(SqlGrammar grammar)
{
    private readonly TokenCursor cursor = grammar.Cursor;

    /// <summary>Whether an interval literal starts at the current token, rather than a name or an expression.</summary>
    public bool Starts()
    {
        var signed = cursor.Peek(1).Kind is TokenKind.Plus or TokenKind.Minus;
        var amount = cursor.Peek(signed ? 2 : 1).Kind;
        return cursor.Is(Keyword.Interval) && (LiteralGrammar.IsText(amount) || (NumberLiteral.IsNumber(amount) && IsUnit(cursor.Peek(signed ? 3 : 2))));
    }

    /// <summary>The interval literal at the cursor.</summary>
    public LiteralSyntax Literal()
    {
        var start = cursor.Index;
        cursor.Expect(Keyword.Interval);
        var isQuoted = LiteralGrammar.IsText(cursor.Current.Kind);
        var isSigned = cursor.Current.Kind is TokenKind.Plus or TokenKind.Minus;
        if (isQuoted && !IsUnit(cursor.Peek(1)))
        {
            var text = grammar.Literals.Text("a text");
            return IntervalLiteral.OfText(text, cursor.Since(start));
        }

        if (cursor.Peek(isSigned ? 2 : 1) is var unit && IsUnit(unit) && cursor.Peek(isSigned ? 3 : 2).Keyword == Keyword.To)
            return Range(start);

        var parts = new List<(string Amount, string Unit)>();
        while (StartsAmount())
        {
            parts.Add((Amount(), UnitWord()));
        }

        return parts.Count > 0 ? IntervalLiteral.OfUnits(parts, cursor.Since(start)) : throw cursor.Unexpected("an amount and a unit, such as 2 DAYS");
    }

    private LiteralSyntax Range(int start)
    {
        if (!LiteralGrammar.IsText(cursor.Peek(cursor.Current.Kind is TokenKind.Plus or TokenKind.Minus ? 1 : 0).Kind))
            throw cursor.Unexpected("the amounts as a text in quotes, such as '1 02:03' DAY TO MINUTE");

        var amount = Amount();
        var from = UnitWord();
        cursor.Expect(Keyword.To);
        if (!IsUnit(cursor.Current))
            throw cursor.Unexpected("a unit of time");
        return IntervalLiteral.OfRange(amount, from, UnitWord(), cursor.Since(start));
    }

    private bool StartsAmount()
    {
        var signed = cursor.Current.Kind is TokenKind.Plus or TokenKind.Minus ? 1 : 0;
        var amount = cursor.Peek(signed).Kind;
        return (amount is TokenKind.Integer or TokenKind.Decimal || LiteralGrammar.IsText(amount)) && IsUnit(cursor.Peek(signed + 1));
    }

    // The sign before a text and the one in it cancel out; a text of letters would bring units of its own.
    private string Amount()
    {
        var minus = cursor.Accept(TokenKind.Minus);
        if (!minus)
            cursor.Accept(TokenKind.Plus);

        var start = cursor.Index;
        var amount = LiteralGrammar.IsText(cursor.Current.Kind) ? grammar.Literals.Text("an amount").Trim() : cursor.Spelling(cursor.Take()).ToString();
        if (amount.Any(char.IsLetter))
            throw SyntaxErrors.At(cursor.Since(start), $"'{amount}' is no amount of a unit.", "INVALID_INTERVAL_FORMAT");
        if (!minus)
            return amount;
        return amount.StartsWith('-') ? amount[1..] : "-" + amount;
    }

    private string UnitWord() => cursor.Spelling(cursor.Take()).ToString();

    private bool IsUnit(Token token) =>
        token.Kind == TokenKind.Word && token.Keyword is >= Keyword.Year and <= Keyword.Nanoseconds && IntervalLiteral.IsUnit(cursor.Spelling(token).ToString());
}
