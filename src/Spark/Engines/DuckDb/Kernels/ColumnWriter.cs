using SparkEtl.DuckDb;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb.Kernels;

/// <summary>Writes the results of a C# function into a column.</summary>
internal abstract class ColumnWriter<T>
{
    /// <summary>Writes one result.</summary>
    public abstract void Write(Vector column, int row, T value);
}

/// <summary>The writers, by CLR type and SQL type.</summary>
internal static class ColumnWriters
{
    /// <summary>A writer for results of that CLR type into columns of that SQL type.</summary>
    public static ColumnWriter<T> For<T>(DataType type)
    {
        object writer = typeof(T) switch
        {
            var t when t == typeof(string) => new StringWriter(),
            var t when t == typeof(byte[]) => new BytesWriter(),
            var t when t == typeof(Int128) => new DecimalWriter(),
            var t when t == typeof(Int128?) => new NullableWriter<Int128>(new DecimalWriter()),
            var t when t == typeof(bool) => new FlatWriter<bool>(),
            var t when t == typeof(sbyte) => new FlatWriter<sbyte>(),
            var t when t == typeof(short) => new FlatWriter<short>(),
            var t when t == typeof(int) => new FlatWriter<int>(),
            var t when t == typeof(long) => new FlatWriter<long>(),
            var t when t == typeof(float) => new FlatWriter<float>(),
            var t when t == typeof(double) => new FlatWriter<double>(),
            var t when t == typeof(bool?) => new NullableWriter<bool>(new FlatWriter<bool>()),
            var t when t == typeof(sbyte?) => new NullableWriter<sbyte>(new FlatWriter<sbyte>()),
            var t when t == typeof(short?) => new NullableWriter<short>(new FlatWriter<short>()),
            var t when t == typeof(int?) => new NullableWriter<int>(new FlatWriter<int>()),
            var t when t == typeof(long?) => new NullableWriter<long>(new FlatWriter<long>()),
            var t when t == typeof(float?) => new NullableWriter<float>(new FlatWriter<float>()),
            var t when t == typeof(double?) => new NullableWriter<double>(new FlatWriter<double>()),
            var t when !t.IsValueType => Activator.CreateInstance(typeof(BoxedWriter<>).MakeGenericType(t), type)!,
            var t => throw new InvalidOperationException($"A C# function cannot give a {t.Name} for a {type.SimpleString}."),
        };
        return (ColumnWriter<T>)writer;
    }

    private sealed class FlatWriter<T> : ColumnWriter<T>
        where T : unmanaged
    {
        public override void Write(Vector column, int row, T value) => column.Writable<T>()[row] = value;
    }

    private sealed class NullableWriter<T>(ColumnWriter<T> inner) : ColumnWriter<T?>
        where T : struct
    {
        public override void Write(Vector column, int row, T? value)
        {
            if (value is { } present)
            {
                inner.Write(column, row, present);
            }
            else
            {
                column.SetNull(row);
            }
        }
    }

    private sealed class DecimalWriter : ColumnWriter<Int128>
    {
        public override void Write(Vector column, int row, Int128 value) => column.SetDecimal(row, value);
    }

    private sealed class StringWriter : ColumnWriter<string?>
    {
        public override void Write(Vector column, int row, string? value)
        {
            if (value is null)
            {
                column.SetNull(row);
            }
            else
            {
                column.SetString(row, value);
            }
        }
    }

    private sealed class BytesWriter : ColumnWriter<byte[]?>
    {
        public override void Write(Vector column, int row, byte[]? value)
        {
            if (value is null)
            {
                column.SetNull(row);
            }
            else
            {
                column.SetBytes(row, value);
            }
        }
    }

    private sealed class BoxedWriter<T>(DataType type) : ColumnWriter<T>
        where T : class
    {
        public override void Write(Vector column, int row, T value)
        {
            if (value is null)
            {
                column.SetNull(row);
            }
            else
            {
                column.SetValue(row, Values.ToDuckDb(value, type));
            }
        }
    }
}
