using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql.Types;
using SparkEtl.Warehouse.Servers;

namespace SparkEtl.Warehouse.Postgres;

/// <summary>Rows in the binary format of COPY: network byte order, dates and times counted from 2000-01-01.</summary>
internal sealed class BinaryRows
{
    private const int Epoch2000Days = 10_957;
    private const long Epoch2000Micros = Epoch2000Days * 86_400_000_000L;
    private const int Null = -1;

    private readonly ArrayBufferWriter<byte> buffer = new(128 * 1024);
    private readonly IReadOnlyList<ServerColumn> columns;

    public BinaryRows(IReadOnlyList<ServerColumn> columns)
    {
        this.columns = columns;
        buffer.Write(Signature);
        Int32(0);
        Int32(0);
    }

    private static ReadOnlySpan<byte> Signature => [(byte)'P', (byte)'G', (byte)'C', (byte)'O', (byte)'P', (byte)'Y', (byte)'\n', 0xff, (byte)'\r', (byte)'\n', 0];

    /// <summary>What was added since <see cref="Clear"/>.</summary>
    public ReadOnlyMemory<byte> Written => buffer.WrittenMemory;

    public void Clear() => buffer.ResetWrittenCount();

    /// <summary>Ends the rows.</summary>
    public void End() => Int16(-1);

    /// <summary>Adds a row.</summary>
    /// <param name="row">Its values, in the form of a plan.</param>
    /// <param name="number">Its number from 1, for errors.</param>
    public void Add(object?[] row, long number)
    {
        Int16((short)columns.Count);
        for (var i = 0; i < columns.Count; i++)
        {
            if (row[i] is { } value)
            {
                Value(value, columns[i], number);
            }
            else
            {
                Int32(Null);
            }
        }
    }

    private void Value(object value, ServerColumn column, long row)
    {
        switch (value)
        {
            case string text:
                Text(text, column, row);
                break;
            case bool b:
                Int32(1);
                buffer.Write([b ? (byte)1 : (byte)0]);
                break;
            case sbyte n:
                Int32(sizeof(short));
                Int16(n);
                break;
            case short n:
                Int32(sizeof(short));
                Int16(n);
                break;
            case int days when column.Type is DateType:
                Int32(sizeof(int));
                Int32(days - Epoch2000Days);
                break;
            case int n:
                Int32(sizeof(int));
                Int32(n);
                break;
            case long micros when column.Type is TimestampType or TimestampNtzType:
                Int64(micros - Epoch2000Micros);
                break;
            case long n:
                Int64(n);
                break;
            case float n:
                Int32(sizeof(float));
                BinaryPrimitives.WriteSingleBigEndian(Span(sizeof(float)), n);
                break;
            case double n:
                Int32(sizeof(double));
                BinaryPrimitives.WriteDoubleBigEndian(Span(sizeof(double)), n);
                break;
            case byte[] bytes:
                Int32(bytes.Length);
                buffer.Write(bytes);
                break;
            case DecimalValue d:
                Numeric(d.Unscaled, d.Scale);
                break;
            case Int128 unscaled when column.Type is DecimalType d:
                Numeric(unscaled, d.Scale);
                break;
            default:
                throw new InvalidOperationException($"The column {column.Name} of the type {column.Type.SimpleString} holds a {value.GetType().Name}.");
        }
    }

    private void Text(string text, ServerColumn column, long row)
    {
        TextLimits.Check(text, column, row, "Postgres");
        var bytes = Encoding.UTF8.GetByteCount(text);
        Int32(bytes);
        Encoding.UTF8.GetBytes(text, Span(bytes));
    }

    // Groups of four decimal digits, counted from the point; the weight is the power of 10,000 of the first.
    private void Numeric(Int128 unscaled, int scale)
    {
        Span<char> digits = stackalloc char[48];
        digits.Fill('0');
        var negative = unscaled < 0;
        var magnitude = negative ? (UInt128)(-unscaled) : (UInt128)unscaled;
        Span<char> written = stackalloc char[40];
        magnitude.TryFormat(written, out var length, provider: CultureInfo.InvariantCulture);
        var whole = Math.Max(length - scale, 0);
        var leading = (4 - (whole % 4)) % 4;
        var missing = Math.Max(scale - length, 0);
        written[..length].CopyTo(digits[(leading + missing)..]);
        var groups = (leading + whole + scale + 3) / 4;
        var first = 0;
        while (first < groups && digits.Slice(first * 4, 4).IndexOfAnyExcept('0') < 0)
        {
            first++;
        }

        var weight = ((leading + whole) / 4) - 1 - first;
        Int32(8 + (2 * (groups - first)));
        Int16((short)(groups - first));
        Int16((short)(first == groups ? 0 : weight));
        Int16(negative ? (short)0x4000 : (short)0);
        Int16((short)scale);
        for (var i = first; i < groups; i++)
        {
            Int16(short.Parse(digits.Slice(i * 4, 4), NumberStyles.None, CultureInfo.InvariantCulture));
        }
    }

    private void Int16(short value) => BinaryPrimitives.WriteInt16BigEndian(Span(sizeof(short)), value);

    private void Int32(int value) => BinaryPrimitives.WriteInt32BigEndian(Span(sizeof(int)), value);

    private void Int64(long value)
    {
        Int32(sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(Span(sizeof(long)), value);
    }

    private Span<byte> Span(int length)
    {
        var span = buffer.GetSpan(length)[..length];
        buffer.Advance(length);
        return span;
    }
}
