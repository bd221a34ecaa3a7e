using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace SparkEtl.Spark.Engines.Jvm.Wire;

/// <summary>Writes what our side of the JVM reads; see <see cref="WireReader"/>.</summary>
internal sealed class WireWriter
{
    private readonly ArrayBufferWriter<byte> bytes = new(256);

    public byte[] ToArray() => bytes.WrittenSpan.ToArray();

    public WireWriter Byte(byte value)
    {
        bytes.GetSpan(1)[0] = value;
        bytes.Advance(1);
        return this;
    }

    public WireWriter Boolean(bool value) => Byte(value ? (byte)1 : (byte)0);

    public WireWriter Int16(short value)
    {
        BinaryPrimitives.WriteInt16LittleEndian(bytes.GetSpan(sizeof(short)), value);
        bytes.Advance(sizeof(short));
        return this;
    }

    public WireWriter Int32(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(bytes.GetSpan(sizeof(int)), value);
        bytes.Advance(sizeof(int));
        return this;
    }

    public WireWriter Int64(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(bytes.GetSpan(sizeof(long)), value);
        bytes.Advance(sizeof(long));
        return this;
    }

    public WireWriter Int128(Int128 value)
    {
        BinaryPrimitives.WriteInt128LittleEndian(bytes.GetSpan(16), value);
        bytes.Advance(16);
        return this;
    }

    public WireWriter Bytes(byte[]? value)
    {
        Int32(value?.Length ?? -1);
        bytes.Write(value ?? []);
        return this;
    }

    public WireWriter Text(string? value)
    {
        if (value is null)
        {
            return Int32(-1);
        }

        Int32(Encoding.UTF8.GetByteCount(value));
        Encoding.UTF8.GetBytes(value, bytes);
        return this;
    }

    public WireWriter Texts(IReadOnlyCollection<string> values)
    {
        Int32(values.Count);
        foreach (var value in values)
        {
            Text(value);
        }

        return this;
    }

    public WireWriter Options(IReadOnlyCollection<KeyValuePair<string, string>> options)
    {
        Int32(options.Count);
        foreach (var (key, value) in options)
        {
            Text(key).Text(value);
        }

        return this;
    }
}
