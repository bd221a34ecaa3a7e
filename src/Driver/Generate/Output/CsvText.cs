using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using SparkEtl.Driver.Generate.Tables;

namespace SparkEtl.Driver.Generate.Output;

/// <summary>
/// CSV text of rows, in memory. RFC 4180 quoting, null is an empty field. The word NULL is quoted too: MySQL takes it for a null
/// otherwise, and quotes change nothing for any other reader.
/// </summary>
internal sealed class CsvText : IRowSink
{
    private static readonly SearchValues<char> s_quoted = SearchValues.Create(",\"\r\n");
    private readonly ArrayBufferWriter<byte> _bytes = new(1 << 20);
    private bool _inRow;

    /// <summary>What was written since the last <see cref="Clear"/>.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.WrittenMemory;

    public void Clear() => _bytes.ResetWrittenCount();

    public void Header(IReadOnlyList<GeneratedColumn> columns)
    {
        foreach (GeneratedColumn column in columns)
            Text(column.Name);
        EndRow();
    }

    public void Whole(long? value)
    {
        Separate();
        if (value is { } number && Utf8Formatter.TryFormat(number, _bytes.GetSpan(24), out int length))
            _bytes.Advance(length);
    }

    public void Text(string? value)
    {
        Separate();
        if (value is null)
            return;
        bool quoted = value.AsSpan().ContainsAny(s_quoted) || value.Equals("NULL", StringComparison.OrdinalIgnoreCase);
        Encoding.UTF8.GetBytes(quoted ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value, _bytes);
    }

    public void Amount(long? cents)
    {
        Separate();
        if (cents is not { } value)
            return;
        if (value < 0)
            Byte('-');
        (ulong whole, ulong rest) = Math.DivRem((ulong)Math.Abs(value), 100);
        if (Utf8Formatter.TryFormat(whole, _bytes.GetSpan(24), out int length))
            _bytes.Advance(length);
        Byte('.');
        Byte((char)('0' + (rest / 10)));
        Byte((char)('0' + (rest % 10)));
    }

    public void Moment(long? seconds)
    {
        Separate();
        if (seconds is { } value && DateTime.UnixEpoch.AddSeconds(value).TryFormat(
            _bytes.GetSpan(24), out int length, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture))
            _bytes.Advance(length);
    }

    public void EndRow()
    {
        Byte('\n');
        _inRow = false;
    }

    private void Separate()
    {
        if (_inRow)
            Byte(',');
        _inRow = true;
    }

    private void Byte(char ascii)
    {
        _bytes.GetSpan(1)[0] = (byte)ascii;
        _bytes.Advance(1);
    }
}
