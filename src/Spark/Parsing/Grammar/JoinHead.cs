using SparkEtl.Spark.Parsing.Lexing;
using SparkEtl.Spark.Plan.Relations;

namespace SparkEtl.Spark.Parsing.Grammar;

/// <summary>The words that start a join: <c>NATURAL LEFT OUTER JOIN</c>.</summary>
internal readonly record struct JoinHead(JoinKind Kind, bool Natural)
{
    /// <summary>Reads them; null when no join follows.</summary>
    public static JoinHead? TryRead(TokenCursor cursor)
    {
        var first = cursor.Current;
        if (first.Keyword is not (Keyword.Natural or Keyword.Join or Keyword.Inner or Keyword.Cross or Keyword.Left or Keyword.Right or Keyword.Full
            or Keyword.Semi or Keyword.Anti))
        {
            return null;
        }

        var natural = cursor.Accept(Keyword.Natural);
        var kind = ReadKind(cursor);
        if (natural && kind == JoinKind.Cross)
            throw SyntaxErrors.At(cursor.PositionOf(first), "a join is NATURAL or CROSS, not both.");
        cursor.Expect(Keyword.Join);
        return new JoinHead(kind, natural);
    }

    private static JoinKind ReadKind(TokenCursor cursor)
    {
        if (cursor.Accept(Keyword.Cross))
            return JoinKind.Cross;
        if (cursor.Accept(Keyword.Semi))
            return JoinKind.LeftSemi;
        if (cursor.Accept(Keyword.Anti))
            return JoinKind.LeftAnti;
        if (cursor.Accept(Keyword.Right))
            return Outer(cursor, JoinKind.RightOuter);
        if (cursor.Accept(Keyword.Full))
            return Outer(cursor, JoinKind.FullOuter);
        if (cursor.Accept(Keyword.Left))
            return cursor.Accept(Keyword.Semi) ? JoinKind.LeftSemi : cursor.Accept(Keyword.Anti) ? JoinKind.LeftAnti : Outer(cursor, JoinKind.LeftOuter);

        cursor.Accept(Keyword.Inner);
        return JoinKind.Inner;
    }

    private static JoinKind Outer(TokenCursor cursor, JoinKind kind)
    {
        cursor.Accept(Keyword.Outer);
        return kind;
    }
}
