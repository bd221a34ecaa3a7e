namespace SparkEtl.DuckDb;

/// <summary>Rows in which every column has a value.</summary>
internal static class NullMasks
{
    internal const int Words = DataChunk.Capacity / 64;

    /// <summary>Combines the columns' masks. False when no row is null, and then the mask is not filled.</summary>
    /// <param name="chunk">The columns.</param>
    /// <param name="mask">At least <see cref="Words"/> words; filled for the chunk's rows.</param>
    internal static bool Combine(DataChunk chunk, Span<ulong> mask)
    {
        bool any = false;
        int words = (chunk.RowCount + 63) / 64;
        for (int column = 0; column < chunk.ColumnCount; column++)
        {
            ReadOnlySpan<ulong> validity = chunk[column].Validity;
            if (validity.IsEmpty)
                continue;
            if (!any)
                mask[..words].Fill(ulong.MaxValue);
            any = true;
            for (int i = 0; i < words; i++)
                mask[i] &= validity[i];
        }
        return any;
    }

    /// <summary>Whether none of the first rows has a value.</summary>
    internal static bool AllNull(ReadOnlySpan<ulong> mask, int rows)
    {
        int whole = rows / 64;
        if (mask[..whole].ContainsAnyExcept(0UL))
            return false;
        int rest = rows % 64;
        return rest == 0 || (mask[whole] & ((1UL << rest) - 1)) == 0;
    }
}
