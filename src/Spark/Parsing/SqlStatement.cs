using SparkEtl.Spark.Parsing.Syntax;

namespace SparkEtl.Spark.Parsing;

/// <summary>One statement of a script.</summary>
/// <param name="Script">The whole script, so that errors can show the line of the script.</param>
/// <param name="Offset">Index of the statement's first character in the script; blanks and comments before it are left out.</param>
/// <param name="Length">Its number of characters, without the semicolon.</param>
internal sealed record SqlStatement(string Script, int Offset, int Length)
{
    /// <summary>The statement alone.</summary>
    public string Text => Script.Substring(Offset, Length);

    /// <summary>The line of the script on which it starts, from 1.</summary>
    public int Line => SourcePointer.Of(new TextPosition(Script, Offset, Length)).Line;
}
