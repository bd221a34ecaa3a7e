using System.Collections;
using System.Text;
using SparkEtl.DuckDb.Native;

namespace SparkEtl.DuckDb;

/// <summary>Objects as single values of the library: parameters of statements.</summary>
internal static unsafe class NativeValues
{
    /// <summary>The value of a parameter.</summary>
    /// <param name="value">The object, or null.</param>
    /// <param name="expected">What the statement or the caller takes the parameter for; null when that is not known.</param>
    internal static ValueHandle Create(object? value, DuckDbType? expected)
    {
        if (value is null)
            return LibDuckDb.CreateNull();
        switch (value)
        {
            case bool v:
                return LibDuckDb.CreateBoolean(v);
            case sbyte v:
                return LibDuckDb.CreateInt8(v);
            case short v:
                return LibDuckDb.CreateInt16(v);
            case int v:
                return LibDuckDb.CreateInt32(v);
            case long v:
                return LibDuckDb.CreateInt64(v);
            case byte v:
                return LibDuckDb.CreateUInt8(v);
            case ushort v:
                return LibDuckDb.CreateUInt16(v);
            case uint v:
                return LibDuckDb.CreateUInt32(v);
            case ulong v:
                return LibDuckDb.CreateUInt64(v);
            case Int128 v:
                return LibDuckDb.CreateHugeInt(NativeHugeInt.From(v));
            case UInt128 v:
                return LibDuckDb.CreateUHugeInt(NativeHugeInt.From(v));
            case float v:
                return LibDuckDb.CreateFloat(v);
            case double v:
                return LibDuckDb.CreateDouble(v);
            case DuckDbDecimal or decimal:
                return CreateDecimal(value);
            case string v:
                return CreateText(v);
            case byte[] v:
                fixed (byte* first = v)
                    return LibDuckDb.CreateBlob(first, (ulong)v.Length);
            case DuckDbDate v:
                return LibDuckDb.CreateDate(v);
            case DuckDbTime v:
                return LibDuckDb.CreateTime(v);
            case DuckDbTimestamp v:
                return expected?.Kind == DuckDbTypeKind.TimestampTz ? LibDuckDb.CreateTimestampTz(v) : LibDuckDb.CreateTimestamp(v);
            case DuckDbInterval v:
                return LibDuckDb.CreateInterval(v);
            case Guid v:
                return LibDuckDb.CreateUuid(NativeHugeInt.From(Uuids.ToNumber(v)));
            case IReadOnlyCollection<KeyValuePair<object, object?>> v:
                return CreateMap(v, expected);
            case IEnumerable v when expected?.Kind == DuckDbTypeKind.Struct:
                return CreateStruct([.. v.Cast<object?>()], expected);
            case IEnumerable v:
                return CreateList([.. v.Cast<object?>()], expected);
            default:
                throw new DuckDbException($"Found a parameter of the .NET type {value.GetType().Name}, which stands for no DuckDB type.", DuckDbErrorType.MismatchType);
        }
    }

    private static ValueHandle CreateDecimal(object value)
    {
        DuckDbType type = BoxedTypes.Infer(value)!;
        Int128 unscaled = DecimalScaling.Unscaled(value, type.Scale)!.Value;
        return LibDuckDb.CreateDecimal(
            new NativeDecimal { Width = (byte)type.Width, Scale = (byte)type.Scale, Value = NativeHugeInt.From(unscaled) });
    }

    private static ValueHandle CreateText(string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        fixed (byte* first = utf8)
            return LibDuckDb.CreateVarchar(first, (ulong)utf8.Length);
    }

    private static ValueHandle CreateList(object?[] values, DuckDbType? expected)
    {
        DuckDbType element = expected?.Kind is DuckDbTypeKind.List or DuckDbTypeKind.Array ? expected.Element : InferElement(values);
        return WithHandles(values, _ => element, first =>
        {
            using LogicalTypeHandle type = LogicalTypes.ToNative(element);
            return LibDuckDb.CreateList(type, (nint*)first, (ulong)values.Length);
        });
    }

    private static ValueHandle CreateStruct(object?[] values, DuckDbType expected) =>
        values.Length == expected.Fields.Count
            ? WithHandles(values, i => expected.Fields[i].Type, first =>
            {
                using LogicalTypeHandle type = LogicalTypes.ToNative(expected);
                return LibDuckDb.CreateStruct(type, (nint*)first);
            })
            : throw BoxedWriter.Refused(expected, values);

    private static ValueHandle CreateMap(IReadOnlyCollection<KeyValuePair<object, object?>> entries, DuckDbType? expected)
    {
        object?[] keys = [.. entries.Select(e => e.Key)];
        object?[] values = [.. entries.Select(e => e.Value)];
        DuckDbType type = expected?.Kind == DuckDbTypeKind.Map ? expected : DuckDbType.Map(InferElement(keys), InferElement(values));
        return WithHandles(keys, _ => type.Fields[0].Type, firstKey => WithHandles(values, _ => type.Fields[1].Type, firstValue =>
        {
            using LogicalTypeHandle native = LogicalTypes.ToNative(type);
            return LibDuckDb.CreateMap(native, (nint*)firstKey, (nint*)firstValue, (ulong)keys.Length);
        }));
    }

    private static DuckDbType InferElement(object?[] values) =>
        BoxedTypes.Infer(values.FirstOrDefault(v => v is not null))
        ?? throw new DuckDbException("Found a nested list or map as a parameter whose type the statement does not tell: give its type to Bind.", DuckDbErrorType.ParameterNotResolved);

    private static ValueHandle WithHandles(object?[] values, Func<int, DuckDbType> expected, Func<nint, ValueHandle> create)
    {
        var handles = new ValueHandle[values.Length];
        try
        {
            for (int i = 0; i < values.Length; i++)
                handles[i] = Create(values[i], expected(i));
            // One more than needed: an empty list still wants an address.
            nint[] pointers = [.. handles.Select(h => h.DangerousGetHandle()), 0];
            fixed (nint* first = pointers)
            {
                ValueHandle result = create((nint)first);
                return !result.IsInvalid
                    ? result
                    : throw new DuckDbException("A list, map or struct parameter holds values that do not fit its type.", DuckDbErrorType.MismatchType);
            }
        }
        finally
        {
            foreach (ValueHandle? handle in handles)
                handle?.Dispose();
        }
    }
}
