using System.Collections;
using System.Data.SqlTypes;
using System.Globalization;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Sql.Values;

/// <summary>Values of a row, by position and as a type asked for.</summary>
internal static class RowValues
{
    public static object? At(object?[] values, int index) => index >= 0 && index < values.Length
        ? values[index]
        : throw new ArgumentOutOfRangeException(nameof(index), index, $"The row has {values.Length} values, at 0 to {values.Length - 1}.");

    /// <summary>The value as T.</summary>
    /// <exception cref="QueryException">The value is null and T cannot be, or it is of another type.</exception>
    public static T As<T>(object? value, string where)
    {
        if (value is T same)
        {
            return same;
        }

        if (value is null)
        {
            return default(T) is null
                ? default!
                : throw new QueryException("ROW_VALUE_IS_NULL", $"{where} is null; ask for {NameOf(typeof(T))}? where it can be.");
        }

        var target = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        return TryConvert(value, target) is T converted
            ? converted
            : throw new QueryException(
                "CAST_INVALID_INPUT", $"{where} is a {NameOf(value.GetType())} ({ValueText.Of(value)}), which is no {NameOf(target)} without loss.");
    }

    /// <summary>The value as the type, or null when that would lose something.</summary>
    public static object? TryConvert(object value, Type target)
    {
        if (target.IsInstanceOfType(value))
        {
            return value;
        }

        return value switch
        {
            sbyte or byte or short or int or long => FromWhole(Convert.ToInt64(value, CultureInfo.InvariantCulture), target),
            decimal m => FromDecimal(m, target),
            SqlDecimal m => FromSqlDecimal(m, target),
            float f when target == typeof(double) => (double)f,
            Date d => FromDate(d, target),
            Timestamp t => FromTimestamp(t, target),
            Row row when target == typeof(GenericRow) => new GenericRow(row.Values),
            Row row when target == typeof(object[]) => row.Values,
            IDictionary map => FromMap(map, target),
            object?[] array => FromArray(array, target),
            _ => null,
        };
    }

    private static object? FromWhole(long value, Type target) => Type.GetTypeCode(target) switch
    {
        _ when target.IsEnum => null,
        TypeCode.SByte when value is >= sbyte.MinValue and <= sbyte.MaxValue => (sbyte)value,
        TypeCode.Byte when value is >= byte.MinValue and <= byte.MaxValue => (byte)value,
        TypeCode.Int16 when value is >= short.MinValue and <= short.MaxValue => (short)value,
        TypeCode.UInt16 when value is >= ushort.MinValue and <= ushort.MaxValue => (ushort)value,
        TypeCode.Int32 when value is >= int.MinValue and <= int.MaxValue => (int)value,
        TypeCode.UInt32 when value is >= uint.MinValue and <= uint.MaxValue => (uint)value,
        TypeCode.Int64 => value,
        TypeCode.UInt64 when value >= 0 => (ulong)value,
        TypeCode.Decimal => (decimal)value,
        TypeCode.Double when (long)(double)value == value => (double)value,
        TypeCode.Single when (long)(float)value == value => (float)value,
        _ => null,
    };

    private static object? FromDecimal(decimal value, Type target) => Type.GetTypeCode(target) switch
    {
        TypeCode.Double => (double)value,
        TypeCode.Single => (float)value,
        _ when target == typeof(SqlDecimal) => new SqlDecimal(value),
        _ when decimal.IsInteger(value) && value is >= long.MinValue and <= long.MaxValue => FromWhole((long)value, target),
        _ => null,
    };

    private static object? FromSqlDecimal(SqlDecimal value, Type target)
    {
        if (Type.GetTypeCode(target) == TypeCode.Double)
        {
            return double.Parse(value.ToString(), CultureInfo.InvariantCulture);
        }

        // A decimal of C# holds 28 digits and any scale up to 28: the text says whether nothing is lost.
        return decimal.TryParse(value.ToString(), NumberStyles.Number, CultureInfo.InvariantCulture, out var narrow)
            && new SqlDecimal(narrow) == value
            ? target == typeof(decimal) ? narrow : FromDecimal(narrow, target)
            : null;
    }

    private static object? FromDate(Date date, Type target) => target switch
    {
        _ when target == typeof(DateTime) => date.ToDateTime(),
        _ when target == typeof(DateOnly) => date.ToDateOnly(),
        _ => null,
    };

    private static object? FromTimestamp(Timestamp timestamp, Type target) => target switch
    {
        _ when target == typeof(DateTime) => timestamp.ToDateTime(),
        _ when target == typeof(DateTimeOffset) => new DateTimeOffset(timestamp.ToDateTime()),
        _ => null,
    };

    private static object? FromArray(object?[] values, Type target)
    {
        var element = target.IsArray ? target.GetElementType()
            : target.IsGenericType && target.GetGenericArguments() is [var only] ? only
            : null;
        if (element is null)
        {
            return null;
        }

        var array = Array.CreateInstance(element, values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            if (!TryElement(values[i], element, out var converted))
            {
                return null;
            }

            array.SetValue(converted, i);
        }

        return target.IsInstanceOfType(array) ? array
            : target.GetGenericTypeDefinition() == typeof(List<>) ? Activator.CreateInstance(target, array)
            : null;
    }

    private static object? FromMap(IDictionary values, Type target)
    {
        if (!target.IsGenericType || target.GetGenericArguments() is not [var key, var value])
        {
            return null;
        }

        var type = typeof(Dictionary<,>).MakeGenericType(key, value);
        if (!target.IsAssignableFrom(type))
        {
            return null;
        }

        var map = (IDictionary)Activator.CreateInstance(type)!;
        foreach (DictionaryEntry entry in values)
        {
            if (!TryElement(entry.Key, key, out var convertedKey) || !TryElement(entry.Value, value, out var convertedValue))
            {
                return null;
            }

            map.Add(convertedKey!, convertedValue);
        }

        return map;
    }

    private static bool TryElement(object? value, Type target, out object? converted)
    {
        var underlying = Nullable.GetUnderlyingType(target);
        converted = value is null ? null : TryConvert(value, underlying ?? target);
        return value is null ? underlying is not null || !target.IsValueType : converted is not null;
    }

    private static string NameOf(Type type) => type switch
    {
        _ when type == typeof(int) => "int",
        _ when type == typeof(long) => "long",
        _ when type == typeof(short) => "short",
        _ when type == typeof(bool) => "bool",
        _ when type == typeof(double) => "double",
        _ when type == typeof(float) => "float",
        _ when type == typeof(decimal) => "decimal",
        _ when type == typeof(string) => "string",
        _ => type.Name,
    };
}
