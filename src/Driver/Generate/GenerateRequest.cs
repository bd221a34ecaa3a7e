namespace SparkEtl.Driver.Generate;

/// <summary>What to generate, and where.</summary>
/// <param name="Rows">Number of claims; there are as many treatments, 1.5 times as many invoices, 3 times as many items.</param>
/// <param name="Seed">The same seed and number of rows give the same values, in every format.</param>
/// <param name="OutDirectory">Folder of the files; created when missing, files of the same names are replaced.</param>
/// <param name="Format">File format.</param>
internal sealed record GenerateRequest(long Rows, long Seed, string OutDirectory, GenerateFormat Format);
