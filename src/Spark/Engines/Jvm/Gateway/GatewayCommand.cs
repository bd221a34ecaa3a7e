using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using SparkEtl.Spark.Plan;

namespace SparkEtl.Spark.Engines.Jvm.Gateway;

/// <summary>
/// One command of the Py4J protocol: lines of UTF-8, each an argument by a letter for its type. Java takes no number for a wider one, so
/// an argument has exactly the type of the parameter.
/// </summary>
internal sealed class GatewayCommand
{
    private readonly ArrayBufferWriter<byte> bytes = new(256);

    public ReadOnlyMemory<byte> Bytes => bytes.WrittenMemory;

    /// <summary>A call of a method of an object.</summary>
    public static GatewayCommand Call(string target, string method) => new GatewayCommand().Line("c").Line(target).Line(method);

    /// <summary>A call of a static method.</summary>
    public static GatewayCommand Static(string className, string method) => Call("z:" + className, method);

    /// <summary>A call of a constructor.</summary>
    public static GatewayCommand New(string className) => new GatewayCommand().Line("i").Line(className);

    /// <summary>A line as it is: a part of a command, not an argument.</summary>
    public GatewayCommand Line(string text)
    {
        Append(text);
        bytes.Write("\n"u8);
        return this;
    }

    public GatewayCommand Arguments(params ReadOnlySpan<object?> values)
    {
        foreach (var value in values)
        {
            Argument(value);
        }

        return this;
    }

    /// <summary>The line that ends every command but the first of a connection.</summary>
    public GatewayCommand End() => Line("e");

    private void Argument(object? value)
    {
        switch (value)
        {
            case null:
                Line("n");
                break;
            case int v:
                Line("i" + v.ToString(CultureInfo.InvariantCulture));
                break;
            case long v:
                Line("L" + v.ToString(CultureInfo.InvariantCulture));
                break;
            case double v:
                Line("d" + v.ToString("R", CultureInfo.InvariantCulture));
                break;
            case decimal v:
                Line("D" + v.ToString(CultureInfo.InvariantCulture));
                break;
            case DecimalValue v:
                Line("D" + v);
                break;
            case bool v:
                Line(v ? "btrue" : "bfalse");
                break;
            case string v:
                Line("s" + Escape(v));
                break;
            case byte[] v:
                Base64Line(v);
                break;
            case JavaReference v:
                Line("r" + v.Id);
                break;
            default:
                throw new ArgumentException($"A {value.GetType().Name} is no argument of the gateway, expected int, long, double, decimal, bool, string, byte[] or a reference.", nameof(value));
        }
    }

    // A raw carriage return ends a line too, and then the connection.
    private static string Escape(string text) => text.AsSpan().IndexOfAny('\\', '\r', '\n') < 0
        ? text
        : text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private void Base64Line(byte[] value)
    {
        bytes.Write("j"u8);
        Base64.EncodeToUtf8(value, bytes.GetSpan(Base64.GetMaxEncodedToUtf8Length(value.Length)), out _, out var written);
        bytes.Advance(written);
        bytes.Write("\n"u8);
    }

    private void Append(string text) => Encoding.UTF8.GetBytes(text, bytes);
}
