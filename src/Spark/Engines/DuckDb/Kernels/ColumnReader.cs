using System.Text;
using SparkEtl.DuckDb;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb.Kernels;

/// <summary>Copies a column of a chunk into an array of the CLR type a C# function takes.</summary>
internal abstract class ColumnReader<T>
{
    /// <summary>Fills the first rows of the buffer; null rows of a type that cannot be null hold anything.</summary>
    public abstract void Read(Vector column, int rows, T[] buffer);
}

/// <summary>The readers, by CLR type and SQL type.</summary>
internal static class ColumnReaders
{
    /// <summary>A reader for parameters of that CLR type over columns of that SQL type.</summary>
    public static ColumnReader<T> For<T>(DataType type)
    {
        object reader = typeof(T) switch
        {
            var t when t == typeof(string) => new StringReader(),
            var t when t == typeof(byte[]) => new BytesReader(),
            var t when t == typeof(Int128) => new DecimalReader(),
            var t when t == typeof(Int128?) => new NullableReader<Int128>(new DecimalReader()),
            var t when t == typeof(bool) => new FlatReader<bool>(),
            var t when t == typeof(sbyte) => new FlatReader<sbyte>(),
            var t when t == typeof(short) => new FlatReader<short>(),
            var t when t == typeof(int) => new FlatReader<int>(),
            var t when t == typeof(long) => new FlatReader<long>(),
            var t when t == typeof(float) => new FlatReader<float>(),
            var t when t == typeof(double) => new FlatReader<double>(),
            var t when t == typeof(bool?) => new NullableReader<bool>(new FlatReader<bool>()),
            var t when t == typeof(sbyte?) => new NullableReader<sbyte>(new FlatReader<sbyte>()),
            var t when t == typeof(short?) => new NullableReader<short>(new FlatReader<short>()),
            var t when t == typeof(int?) => new NullableReader<int>(new FlatReader<int>()),
            var t when t == typeof(long?) => new NullableReader<long>(new FlatReader<long>()),
            var t when t == typeof(float?) => new NullableReader<float>(new FlatReader<float>()),
            var t when t == typeof(double?) => new NullableReader<double>(new FlatReader<double>()),
            var t when t == typeof(object) => new BoxedReader<object>(type),
            var t when t == typeof(object[]) => new BoxedReader<object[]>(type),
            var t when t == typeof(KeyValuePair<object, object>[]) => new BoxedReader<KeyValuePair<object, object>[]>(type),
            var t => throw new InvalidOperationException($"A C# function cannot take a {t.Name} for a {type.SimpleString}."),
        };
        return (ColumnReader<T>)reader;
    }

    private sealed class FlatReader<T> : ColumnReader<T>
        where T : unmanaged
    {
        public override void Read(Vector column, int rows, T[] buffer) => column.Data<T>()[..rows].CopyTo(buffer);
    }

    private sealed class NullableReader<T>(ColumnReader<T> inner) : ColumnReader<T?>
        where T : unmanaged
    {
        public override void Read(Vector column, int rows, T?[] buffer)
        {
            var values = new T[rows];
            inner.Read(column, rows, values);
            for (var i = 0; i < rows; i++)
            {
                buffer[i] = column.IsNull(i) ? null : values[i];
            }
        }
    }

    private sealed class DecimalReader : ColumnReader<Int128>
    {
        public override void Read(Vector column, int rows, Int128[] buffer)
        {
            for (var i = 0; i < rows; i++)
            {
                buffer[i] = column.IsNull(i) ? default : column.GetDecimal(i);
            }
        }
    }

    private sealed class BytesReader : ColumnReader<byte[]>
    {
        public override void Read(Vector column, int rows, byte[][] buffer)
        {
            for (var i = 0; i < rows; i++)
            {
                buffer[i] = column.IsNull(i) ? null! : column.GetBytes(i).ToArray();
            }
        }
    }

    // A text equal to the row before (a constant, a sorted column) is not decoded again.
    private sealed class StringReader : ColumnReader<string>
    {
        public override void Read(Vector column, int rows, string[] buffer)
        {
            ReadOnlySpan<byte> last = default;
            string? lastText = null;
            for (var i = 0; i < rows; i++)
            {
                if (column.IsNull(i))
                {
                    buffer[i] = null!;
                    continue;
                }

                var bytes = column.GetBytes(i);
                if (lastText is null || !bytes.SequenceEqual(last))
                {
                    lastText = Encoding.UTF8.GetString(bytes);
                    last = bytes;
                }

                buffer[i] = lastText;
            }
        }
    }

    private sealed class BoxedReader<T>(DataType type) : ColumnReader<T>
        where T : class
    {
        public override void Read(Vector column, int rows, T[] buffer)
        {
            for (var i = 0; i < rows; i++)
            {
                buffer[i] = column.IsNull(i) ? null! : (T)Values.FromDuckDb(column.GetValue(i), type)!;
            }
        }
    }
}
