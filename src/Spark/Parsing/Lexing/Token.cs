namespace SparkEtl.Spark.Parsing.Lexing;

/// <summary>A token: where it stands and what it is.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Keyword">For a word, the keyword it is, if it is one.</param>
/// <param name="Offset">Index of its first character in the text.</param>
/// <param name="Length">Its number of characters.</param>
internal readonly record struct Token(TokenKind Kind, Keyword Keyword, int Offset, int Length)
{
    public int End => Offset + Length;
}
