using SparkEtl.Spark.Parsing.Lexing;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Parsing.Grammar;

/// <summary>The statements of Spark SQL that are not queries, each with what to do instead.</summary>
internal static class RefusedStatement
{
    /// <summary>The refusal of the statement that starts at the cursor, or null when no known one does.</summary>
    public static RefusedException? At(TokenCursor cursor)
    {
        if (cursor.Peek(1).Kind is not (TokenKind.Word or TokenKind.QuotedName or TokenKind.End or TokenKind.Text or TokenKind.Semicolon))
            return null;
        return Instead(cursor.Current.Keyword) is { } instead
            ? SyntaxErrors.Refused(cursor.PositionOf(cursor.Current), $"The statement {cursor.Current.Keyword.Spell()}", "Only queries are taken. " + instead)
            : null;
    }

    private static string? Instead(Keyword keyword) => keyword switch
    {
        Keyword.Create or Keyword.Replace => "Call CreateOrReplaceTempView on a DataFrame for a view, or write it for a table.",
        Keyword.Insert or Keyword.Merge or Keyword.Update or Keyword.Delete or Keyword.Truncate or Keyword.Load =>
            "Compute the rows as a DataFrame and write it.",
        Keyword.Drop or Keyword.Alter or Keyword.Add or Keyword.Repair or Keyword.Msck or Keyword.Refresh or Keyword.Analyze =>
            "Change the table where it is stored.",
        Keyword.Set or Keyword.Reset => "Set options where the session is built.",
        Keyword.Use => "Write the table's name with its schema.",
        Keyword.Show or Keyword.Describe or Keyword.Desc or Keyword.List => "Ask session.Catalog(), or a DataFrame for its Schema().",
        Keyword.Explain => "Call Explain() on the DataFrame.",
        Keyword.Cache or Keyword.Uncache or Keyword.Clear => "Call Cache() or Unpersist() on the DataFrame.",
        Keyword.Begin or Keyword.Declare or Keyword.Execute or Keyword.Call or Keyword.Commit or Keyword.Rollback =>
            "Write the steps of the script in C#.",
        Keyword.Grant or Keyword.Revoke => "Grant rights where the table is stored.",
        Keyword.Map or Keyword.Reduce or Keyword.Transform => "It runs a script outside of the engine. Write a function in C#.",
        Keyword.Comment => "Comment the table where it is stored.",
        _ => null,
    };
}
