using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Catalogue.Kernels.Collections;

/// <summary>The errors of arrays and maps, in Spark's classes.</summary>
internal static class CollectionErrors
{
    /// <summary>The most elements an array of Spark's can have.</summary>
    public const int MaxElements = int.MaxValue - 15;

    public static QueryException IndexOutside(long index, long count) => new(
        "INVALID_ARRAY_INDEX", $"The index {index} is outside the array, which has {count} element(s). Use get(array, index) for null instead.");

    public static QueryException PositionOutside(long position, long count) => new(
        "INVALID_ARRAY_INDEX_IN_ELEMENT_AT",
        $"The position {position} is outside the array, which has {count} element(s). Use try_element_at for null instead.");

    public static QueryException PositionZero() => new(
        "INVALID_INDEX_OF_ZERO", "The position 0 is not valid: positions count from 1, or from -1 at the end.");

    public static QueryException TooLong(Int128 count, string function) => new(
        "COLLECTION_SIZE_LIMIT_EXCEEDED.FUNCTION", $"{function} would make an array of {count} elements; {MaxElements} is the most.");

    public static QueryException NullKey() => new("NULL_MAP_KEY", "A key of a map cannot be null.");

    public static QueryException DuplicateKey(object key) => new(
        "DUPLICATED_MAP_KEY", $"The key {(key is object?[]? "(nested)" : key)} comes more than once. Remove the duplicates before making a map.");
}
