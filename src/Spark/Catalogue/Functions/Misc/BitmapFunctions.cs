using System.Numerics;

namespace SparkEtl.Spark.Catalogue.Functions.Misc;

/// <summary>Places of numbers in bitmaps of 32,768 bits.</summary>
internal static class BitmapFunctions
{
    private const string Family = "misc";
    private const long Bits = 32_768;

    public static IEnumerable<Function> All =>
    [
        ScalarEntry.Of(
            Family,
            "bitmap_bit_position",
            Signature.Of(Returns.Long, Want.Long),
            Rendering.Kernel((long value) => value > 0 ? (value - 1) % Bits : -(value % Bits))),
        ScalarEntry.Of(
            Family,
            "bitmap_bucket_number",
            Signature.Of(Returns.Long, Want.Long),
            Rendering.Kernel((long value) => value > 0 ? 1 + ((value - 1) / Bits) : value / Bits)),
        ScalarEntry.Of(
            Family,
            "bitmap_count",
            Signature.Of(Returns.Long, new TypeRule("binary", e => e.Type is Sql.Types.BinaryType or Sql.Types.NullType ? Sql.Types.SqlTypes.Binary : null)),
            Rendering.Kernel((byte[] bitmap) => bitmap.Sum(b => (long)BitOperations.PopCount(b)))),
    ];
}
