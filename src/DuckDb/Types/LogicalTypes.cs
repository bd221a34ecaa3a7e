using System.Runtime.InteropServices;
using SparkEtl.DuckDb.Native;

namespace SparkEtl.DuckDb;

/// <summary>Between <see cref="DuckDbType"/> and the library's logical types.</summary>
internal static unsafe class LogicalTypes
{
    internal static LogicalTypeHandle ToNative(DuckDbType type)
    {
        switch (type.Kind)
        {
            case DuckDbTypeKind.Decimal:
                return LibDuckDb.CreateDecimalType((byte)type.Width, (byte)type.Scale);
            case DuckDbTypeKind.List:
                using (LogicalTypeHandle element = ToNative(type.Element))
                    return LibDuckDb.CreateListType(element);
            case DuckDbTypeKind.Array:
                using (LogicalTypeHandle element = ToNative(type.Element))
                    return LibDuckDb.CreateArrayType(element, (ulong)type.Length);
            case DuckDbTypeKind.Map:
                using (LogicalTypeHandle key = ToNative(type.Fields[0].Type))
                using (LogicalTypeHandle value = ToNative(type.Fields[1].Type))
                    return LibDuckDb.CreateMapType(key, value);
            case DuckDbTypeKind.Struct:
                return ToNativeStruct(type.Fields);
            case DuckDbTypeKind.Enum:
                return WithNames(type.EnumNames, names => LibDuckDb.CreateEnumType((nint*)names, (ulong)type.EnumNames.Count));
            default:
                LogicalTypeHandle plain = LibDuckDb.CreateLogicalType((int)type.Kind);
                return !plain.IsInvalid
                    ? plain
                    : throw new DuckDbException($"The type {type} cannot be used here: cast it in SQL.", DuckDbErrorType.InvalidType);
        }
    }

    internal static DuckDbType FromNative(LogicalTypeHandle type)
    {
        var kind = (DuckDbTypeKind)LibDuckDb.TypeId(type);
        string? alias = NativeText.Take(LibDuckDb.TypeAlias(type));
        DuckDbType result = FromNative(kind, type);
        return string.IsNullOrEmpty(alias) ? result : result with { Alias = alias };
    }

    /// <summary>The type behind a handle that the callee owns and this call frees.</summary>
    internal static DuckDbType Take(LogicalTypeHandle type)
    {
        using (type)
            return type.IsInvalid ? DuckDbType.Plain(DuckDbTypeKind.Invalid) : FromNative(type);
    }

    private static DuckDbType FromNative(DuckDbTypeKind kind, LogicalTypeHandle type) => kind switch
    {
        DuckDbTypeKind.Decimal => DuckDbType.Decimal(LibDuckDb.DecimalWidth(type), LibDuckDb.DecimalScale(type)),
        DuckDbTypeKind.List => DuckDbType.List(Take(LibDuckDb.ListElementType(type))),
        DuckDbTypeKind.Array => DuckDbType.Array(Take(LibDuckDb.ArrayElementType(type)), (int)LibDuckDb.ArrayLength(type)),
        DuckDbTypeKind.Map => DuckDbType.Map(Take(LibDuckDb.MapKeyType(type)), Take(LibDuckDb.MapValueType(type))),
        DuckDbTypeKind.Struct => DuckDbType.Struct(Fields(
            LibDuckDb.StructFieldCount(type), i => LibDuckDb.StructFieldName(type, i), i => LibDuckDb.StructFieldType(type, i))),
        DuckDbTypeKind.Union => DuckDbType.Union(Fields(
            LibDuckDb.UnionMemberCount(type), i => LibDuckDb.UnionMemberName(type, i), i => LibDuckDb.UnionMemberType(type, i))),
        DuckDbTypeKind.Enum => DuckDbType.Enum(
            [.. Enumerable.Range(0, (int)LibDuckDb.EnumSize(type)).Select(i => NativeText.Take(LibDuckDb.EnumName(type, (ulong)i))!)]),
        _ => DuckDbType.Plain(kind),
    };

    private static DuckDbField[] Fields(ulong count, Func<ulong, nint> name, Func<ulong, LogicalTypeHandle> type)
    {
        var fields = new DuckDbField[count];
        for (ulong i = 0; i < count; i++)
            fields[i] = new DuckDbField(NativeText.Take(name(i))!, Take(type(i)));
        return fields;
    }

    private static LogicalTypeHandle ToNativeStruct(IReadOnlyList<DuckDbField> fields)
    {
        LogicalTypeHandle[] handles = [.. fields.Select(f => ToNative(f.Type))];
        try
        {
            nint[] types = [.. handles.Select(h => h.DangerousGetHandle())];
            return WithNames([.. fields.Select(f => f.Name)], names =>
            {
                fixed (nint* first = types)
                    return LibDuckDb.CreateStructType(first, (nint*)names, (ulong)types.Length);
            });
        }
        finally
        {
            foreach (LogicalTypeHandle handle in handles)
                handle.Dispose();
        }
    }

    private static LogicalTypeHandle WithNames(IReadOnlyList<string> names, Func<nint, LogicalTypeHandle> create)
    {
        nint[] texts = [.. names.Select(n => Marshal.StringToCoTaskMemUTF8(NativeText.RequireNoNul(n, "the name of a field")))];
        try
        {
            fixed (nint* first = texts)
                return create((nint)first);
        }
        finally
        {
            foreach (nint text in texts)
                Marshal.FreeCoTaskMem(text);
        }
    }
}
