using System.Buffers;
using SparkEtl.Spark.Plan;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Csv;

/// <summary>How a CSV file is written.</summary>
/// <param name="Delimiter">UTF-8 of what stands between values.</param>
/// <param name="Quote">What values may stand in; 0 for none.</param>
/// <param name="Escape">What makes a quote in quotes part of the value; the quote itself, for doubled quotes; 0 for none.</param>
/// <param name="Comment">What the lines begin with that are left out; 0 for none.</param>
/// <param name="TrimLeading">Whether blanks before a value are left out.</param>
/// <param name="TrimTrailing">Whether blanks after a value are left out.</param>
/// <param name="MultiLine">Whether a value in quotes may go on in the next line.</param>
/// <param name="LineEnd">What ends lines; null to tell from the file.</param>
internal sealed record CsvSyntax(
    Seq<byte> Delimiter, byte Quote, byte Escape, byte Comment, bool TrimLeading, bool TrimTrailing, bool MultiLine, LineEnds? LineEnd)
{
    /// <summary>What ends a value without quotes.</summary>
    public SearchValues<byte> Stops { get; } = SearchValues.Create([Delimiter[0], (byte)'\n', (byte)'\r']);

    /// <summary>What matters in a value in quotes.</summary>
    public SearchValues<byte> Marks { get; } = SearchValues.Create([Quote, Escape == 0 ? Quote : Escape, (byte)'\r']);
}
