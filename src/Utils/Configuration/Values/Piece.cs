namespace SparkEtl.Utils.Configuration.Values;

/// <summary>A piece of a value: text as it stands, or a reference to a variable or a file.</summary>
internal abstract record Piece
{
    internal sealed record Literal(string Text) : Piece;

    internal sealed record Variable(string Name) : Piece;

    internal sealed record File(string Path) : Piece;

    internal sealed record Malformed(string Problem) : Piece;
}
