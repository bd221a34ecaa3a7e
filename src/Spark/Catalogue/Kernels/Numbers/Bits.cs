using System.Numerics;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Kernels.Numbers;

/// <summary>Single bits of whole numbers.</summary>
internal static class Bits
{
    /// <summary>How many bits are set; a negative number counts as 64 bits, whatever its width.</summary>
    public static Kernel Count(DataType type) => type switch
    {
        BooleanType => new Kernel((bool x) => x ? 1 : 0),
        ByteType => new Kernel((sbyte x) => BitOperations.PopCount((ulong)(long)x)),
        ShortType => new Kernel((short x) => BitOperations.PopCount((ulong)(long)x)),
        IntegerType => new Kernel((int x) => BitOperations.PopCount((ulong)(long)x)),
        _ => new Kernel((long x) => BitOperations.PopCount((ulong)x)),
    };

    /// <summary>One bit, 0 or 1, counted from the lowest.</summary>
    public static Kernel Get(DataType type) => type switch
    {
        ByteType => new Kernel((sbyte x, int at) => At(x, at, 8)),
        ShortType => new Kernel((short x, int at) => At(x, at, 16)),
        IntegerType => new Kernel((int x, int at) => At(x, at, 32)),
        _ => new Kernel((long x, int at) => At(x, at, 64)),
    };

    private static sbyte At(long x, int at, int width) => at >= 0 && at < width
        ? (sbyte)((x >> at) & 1)
        : throw new QueryException("INVALID_PARAMETER_VALUE.BIT_POSITION_RANGE", $"The position {at} is outside 0 to {width - 1}, the bits of this type.");
}
