using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Parsing;

/// <summary>The errors of the parser, each pointing at its place in the text.</summary>
internal static class SyntaxErrors
{
    /// <summary>The error class of a text that the grammar does not take.</summary>
    public const string SyntaxError = "PARSE_SYNTAX_ERROR";

    /// <summary>A token where the grammar wants another one.</summary>
    public static AnalysisException Found(TextPosition at, string found, string expected) =>
        new(SyntaxError, "Syntax error at " + SourcePointer.Describe(at, $": found {found}, expected {expected}"));

    /// <summary>A text that is wrong at a place for a reason of its own.</summary>
    public static AnalysisException At(TextPosition at, string problem, string errorClass = SyntaxError) =>
        new(errorClass, "Syntax error at " + SourcePointer.Describe(at, ": " + problem));

    /// <summary>Something that Spark takes and this project does not.</summary>
    public static RefusedException Refused(TextPosition at, string what, string instead) =>
        new(what, $"{instead} At " + SourcePointer.Describe(at));
}
