namespace SparkEtl.Spark.Engines.DuckDb.Sources.Csv;

/// <summary>What stands for null and for the empty text.</summary>
/// <param name="Null">UTF-8 of the text that means null. A value that is not written at all means it too.</param>
/// <param name="Empty">UTF-8 of what two quotes with nothing between them mean.</param>
internal sealed record CsvNulls(byte[] Null, byte[] Empty)
{
    /// <summary>The bytes of a value; false for null.</summary>
    public bool TryGet(CsvRows rows, ReadOnlySpan<byte> data, CsvField field, out ReadOnlySpan<byte> bytes)
    {
        if (field.Length < 0)
        {
            bytes = default;
            return false;
        }

        bytes = field.Length == 0 ? Empty : rows.Bytes(data, field);
        return bytes.Length != Null.Length || !bytes.SequenceEqual(Null);
    }
}
