namespace SparkEtl.Spark.Parsing.Syntax;

/// <summary>Where in which SQL text a node was written; errors point there.</summary>
/// <param name="Text">The whole text.</param>
/// <param name="Offset">Index of the node's first character.</param>
/// <param name="Length">Its number of characters.</param>
internal sealed record TextPosition(string Text, int Offset, int Length);
