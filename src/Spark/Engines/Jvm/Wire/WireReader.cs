using System.Buffers.Binary;
using System.Text;

namespace SparkEtl.Spark.Engines.Jvm.Wire;

/// <summary>Reads what our side of the JVM wrote: little endian, texts as a length in bytes (-1 for null) and UTF-8.</summary>
internal sealed class WireReader(byte[] bytes)
{
    private int position;

    public byte ReadByte() => bytes[position++];

    public bool ReadBoolean() => ReadByte() != 0;

    public short ReadInt16() => BinaryPrimitives.ReadInt16LittleEndian(Take(sizeof(short)));

    public int ReadInt32() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    public long ReadInt64() => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));

    public float ReadSingle() => BinaryPrimitives.ReadSingleLittleEndian(Take(sizeof(float)));

    public double ReadDouble() => BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double)));

    public Int128 ReadInt128() => BinaryPrimitives.ReadInt128LittleEndian(Take(16));

    public byte[]? ReadBytes() => ReadInt32() is >= 0 and var length ? Take(length).ToArray() : null;

    public string? ReadText() => ReadInt32() is >= 0 and var length ? Encoding.UTF8.GetString(Take(length)) : null;

    private ReadOnlySpan<byte> Take(int count)
    {
        var taken = bytes.AsSpan(position, count);
        position += count;
        return taken;
    }
}
