using System.Buffers;
using SparkEtl.DuckDb;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Csv.Writing;

/// <summary>Writes the text of a value that is not null as UTF-8.</summary>
/// <param name="column">The column.</param>
/// <param name="row">The row.</param>
/// <param name="text">Takes the text.</param>
internal delegate void CellText(Vector column, int row, ArrayBufferWriter<byte> text);
