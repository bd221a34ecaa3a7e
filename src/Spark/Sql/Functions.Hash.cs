namespace SparkEtl.Spark.Sql;

/// <content>Checksums, and errors on purpose.</content>
public static partial class Functions
{
    /// <summary>The MD5 checksum of bytes, as 32 hexadecimal digits. Spark's <c>md5</c>.</summary>
    public static Column Md5(Column column) => Call("md5", column);

    /// <summary>The SHA-1 checksum of bytes, as 40 hexadecimal digits. Spark's <c>sha1</c>.</summary>
    public static Column Sha1(Column column) => Call("sha1", column);

    /// <summary>
    /// The SHA-2 checksum of bytes as hexadecimal digits; <c>numBits</c> is 224, 256, 384, 512, or 0 for 256. Spark's <c>sha2</c>.
    /// </summary>
    public static Column Sha2(Column column, int numBits) => Call("sha2", column, numBits);

    /// <summary>The CRC-32 checksum of bytes, a long. Spark's <c>crc32</c>.</summary>
    public static Column Crc32(Column column) => Call("crc32", column);

    /// <summary>Spark's Murmur3 hash of the values, an int. Spark's <c>hash</c>.</summary>
    public static Column Hash(params Column[] columns) => Call("hash", columns);

    /// <summary>The 64-bit xxHash of the values, a long. Spark's <c>xxhash64</c>.</summary>
    public static Column XXHash64(params Column[] columns) => Call("xxhash64", columns);

    /// <summary>Null where the condition is true; an error where it is false or null. Spark's <c>assert_true</c>.</summary>
    public static Column AssertTrue(Column column) => Call("assert_true", column);

    /// <inheritdoc cref="AssertTrue(Column)"/>
    public static Column AssertTrue(Column column, Column errMsg) => Call("assert_true", column, errMsg);

    /// <summary>An error with that message. Spark's <c>raise_error</c>.</summary>
    public static Column RaiseError(Column errMsg) => Call("raise_error", errMsg);
}
