using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using SparkEtl.Spark.Plan;

namespace SparkEtl.Spark.Catalogue.Kernels.Nested;

/// <summary>Bytes that sort as boxed values of one type do in <see cref="NestedOrder"/>.</summary>
internal static class SortKey
{
    private const byte End = 0;
    private const byte Null = 1;
    private const byte Value = 2;

    /// <summary>The bytes of a value that is not null.</summary>
    public static byte[] Of(object value)
    {
        var key = new ArrayBufferWriter<byte>();
        Write(key, value);
        return key.WrittenSpan.ToArray();
    }

    private static void Write(ArrayBufferWriter<byte> key, object value)
    {
        switch (value)
        {
            case object?[] items:
                foreach (var item in items)
                {
                    Byte(key, item is null ? Null : Value);
                    if (item is not null)
                    {
                        Write(key, item);
                    }
                }

                // Less than any item: of two arrays that begin alike the shorter comes first.
                Byte(key, End);
                break;
            case byte[] bytes:
                Bytes(key, bytes);
                break;
            case string text:
                Bytes(key, Encoding.UTF8.GetBytes(text));
                break;
            case bool truth:
                Byte(key, truth ? (byte)1 : (byte)0);
                break;
            case double number:
                Float(key, number);
                break;
            case float number:
                Float(key, number);
                break;
            case DecimalValue number:
                BinaryPrimitives.WriteInt128BigEndian(key.GetSpan(16), number.Unscaled ^ Int128.MinValue);
                key.Advance(16);
                break;
            case sbyte or short or int or long:
                Whole(key, Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture));
                break;
            default:
                throw new InvalidOperationException($"Values of {value.GetType().Name} have no order.");
        }
    }

    private static void Byte(ArrayBufferWriter<byte> key, byte value)
    {
        key.GetSpan(1)[0] = value;
        key.Advance(1);
    }

    private static void Whole(ArrayBufferWriter<byte> key, long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(key.GetSpan(8), value ^ long.MinValue);
        key.Advance(8);
    }

    // The bits of a number order as it does, those of negative ones the other way round; NaN stands last, and zero has no sign.
    private static void Float(ArrayBufferWriter<byte> key, double value)
    {
        var bits = double.IsNaN(value) ? long.MaxValue : BitConverter.DoubleToInt64Bits(value == 0 ? 0 : value);
        Whole(key, bits < 0 ? bits ^ long.MaxValue : bits);
    }

    // Ended by two zeros, and a zero within followed by a one, so that a text that continues another comes after it.
    private static void Bytes(ArrayBufferWriter<byte> key, ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            Byte(key, value);
            if (value == 0)
            {
                Byte(key, 1);
            }
        }

        Byte(key, 0);
        Byte(key, 0);
    }
}
