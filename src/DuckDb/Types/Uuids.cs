using System.Buffers.Binary;

namespace SparkEtl.DuckDb;

/// <summary>DuckDB keeps a UUID as a number whose first bit is flipped, so that numbers sort as the text does.</summary>
internal static class Uuids
{
    internal static Guid FromNative(Int128 value)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt128BigEndian(bytes, value ^ Int128.MinValue);
        return new Guid(bytes, bigEndian: true);
    }

    internal static Int128 ToNative(Guid value) => (Int128)ToNumber(value) ^ Int128.MinValue;

    /// <summary>The UUID's 128 bits as they are written.</summary>
    internal static UInt128 ToNumber(Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        _ = value.TryWriteBytes(bytes, bigEndian: true, out _);
        return BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }
}
