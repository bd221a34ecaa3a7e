using System.Globalization;
using SparkEtl.DuckDb.Native;

namespace SparkEtl.DuckDb;

/// <summary>Single values of the library as objects: arguments of table functions.</summary>
internal static class ValueReader
{
    internal static object? Read(ValueHandle value, DuckDbType type)
    {
        if (LibDuckDb.IsNull(value) != 0)
            return null;
        return type.Kind switch
        {
            DuckDbTypeKind.Boolean => LibDuckDb.GetBoolean(value) != 0,
            DuckDbTypeKind.TinyInt => (sbyte)LibDuckDb.GetInt64(value),
            DuckDbTypeKind.SmallInt => (short)LibDuckDb.GetInt64(value),
            DuckDbTypeKind.Integer => (int)LibDuckDb.GetInt64(value),
            DuckDbTypeKind.BigInt => LibDuckDb.GetInt64(value),
            DuckDbTypeKind.UTinyInt => (byte)LibDuckDb.GetInt64(value),
            DuckDbTypeKind.USmallInt => (ushort)LibDuckDb.GetInt64(value),
            DuckDbTypeKind.UInteger => (uint)LibDuckDb.GetInt64(value),
            DuckDbTypeKind.HugeInt => Int128.Parse(Text(value), CultureInfo.InvariantCulture),
            DuckDbTypeKind.UBigInt => ulong.Parse(Text(value), CultureInfo.InvariantCulture),
            DuckDbTypeKind.Float => (float)LibDuckDb.GetDouble(value),
            DuckDbTypeKind.Double => LibDuckDb.GetDouble(value),
            DuckDbTypeKind.Varchar => Text(value),
            _ => throw new DuckDbException($"Arguments of {type} are not read by table functions. Take VARCHAR, BIGINT or DOUBLE.", DuckDbErrorType.NotImplemented),
        };
    }

    private static string Text(ValueHandle value) => NativeText.Take(LibDuckDb.GetVarchar(value))!;
}
