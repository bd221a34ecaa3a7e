namespace SparkEtl.Driver.Generate.Tables;

/// <summary>
/// Cuts a table into blocks of equal length. The last slots of a block are kept for named cases, all of which stand in the first block
/// and each in some of the others; the slots before them are everyday rows, the only ones that random references point at, so that no
/// chance reference spoils a case. Within a block the rows are written in an order of their own: row order never equals ID order.
/// </summary>
internal sealed class BlockLayout
{
    private const ulong OrderStream = 101;
    private const ulong ActiveStream = 102;
    private readonly long _seed;
    private readonly ulong _stream;
    private readonly int _size;
    private readonly int _firstCase;

    /// <summary>Lays out one table.</summary>
    /// <param name="seed">The user's seed.</param>
    /// <param name="stream">The table's own stream of random numbers.</param>
    /// <param name="rows">Rows of the table.</param>
    /// <param name="size">Rows of a block; has no prime factor but 2 and 3.</param>
    /// <param name="cases">Slots of a block that are kept for cases.</param>
    public BlockLayout(long seed, ulong stream, long rows, int size, int cases)
    {
        _seed = seed;
        _stream = stream << 8;
        Rows = rows;
        _size = size;
        _firstCase = size - cases;
    }

    public long Rows { get; }

    /// <summary>Block and slot of the row that is written at this place of the file.</summary>
    public (long Block, int Slot) Locate(long row)
    {
        long block = Math.DivRem(row, _size, out long place);
        long length = Math.Min(_size, Rows - (block * _size));
        RowRandom random = RowRandom.For(_seed, _stream + OrderStream, block);
        long offset = random.Below(length);
        // A step without the factors 2 and 3 visits every slot of a whole block once; a block cut short is only rotated.
        long step = length == _size ? (6 * random.Below(64)) + 5 : 1;
        return (block, (int)(((place * step) + offset) % length));
    }

    /// <summary>The row's own number, which names it whatever place it is written at; its everyday ID is one more.</summary>
    public long Number(long block, int slot) => (block * _size) + slot;

    /// <summary>The ID of the row that carries this case in this block.</summary>
    public long CaseId(long block, int index) => Number(block, _firstCase + index) + 1;

    /// <summary>The index of the case that this slot carries in this block, or null when the row is an everyday one.</summary>
    public int? CaseAt(long block, int slot)
    {
        if (slot < _firstCase)
            return null;
        if (block > 0 && !RowRandom.For(_seed, _stream + ActiveStream, Number(block, slot)).Chance(300))
            return null;
        return slot - _firstCase;
    }

    /// <summary>The number of some everyday row.</summary>
    public long PickNumber(ref RowRandom random)
    {
        long block = Math.DivRem(random.Below(Math.Max(1, Rows)), _size, out long slot);
        return (block * _size) + (slot % _firstCase);
    }
}
