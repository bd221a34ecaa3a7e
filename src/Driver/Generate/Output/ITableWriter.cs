using SparkEtl.Driver.Generate.Tables;

namespace SparkEtl.Driver.Generate.Output;

/// <summary>Writes tables in one file format.</summary>
internal interface ITableWriter
{
    /// <summary>Writes a whole table to a file.</summary>
    /// <param name="table">The table.</param>
    /// <param name="path">The file; replaced when it exists.</param>
    /// <param name="progress">Told now and then how far it is.</param>
    /// <param name="cancellationToken">Looked at every few thousand rows.</param>
    /// <exception cref="OperationCanceledException">Cancelled; the file is left half-written.</exception>
    Task WriteAsync(GeneratedTable table, string path, IProgress<GenerateProgress>? progress, CancellationToken cancellationToken);
}
