using System.Buffers;
using SparkEtl.DuckDb;
using SparkEtl.Spark.Catalogue;

namespace SparkEtl.Spark.Engines.DuckDb.Kernels;

/// <summary>Runs a C# function of one row over the columns of a chunk.</summary>
internal abstract class KernelBody
{
    /// <summary>Fills the output. Rows with a null argument are null already, unless the function sees nulls.</summary>
    public abstract void Run(DataChunk input, Vector output);

    /// <summary>The body of a C# function at a call site.</summary>
    public static KernelBody For(Kernel kernel, KernelSite site)
    {
        var function = kernel.Function;
        var types = function.GetType().GetGenericArguments();
        if (kernel.Variadic)
        {
            return (KernelBody)Activator.CreateInstance(typeof(VariadicBody<>).MakeGenericType(types[1]), function, site, kernel.SeesNulls)!;
        }

        var open = types.Length switch
        {
            1 => typeof(Body0<>),
            2 => typeof(Body1<,>),
            3 => typeof(Body2<,,>),
            4 => typeof(Body3<,,,>),
            5 => typeof(Body4<,,,,>),
            6 => typeof(Body5<,,,,,>),
            7 => typeof(Body6<,,,,,,>),
            8 => typeof(Body7<,,,,,,,>),
            9 => typeof(Body8<,,,,,,,,>),
            _ => throw new InvalidOperationException($"A C# function of {types.Length - 1} parameters."),
        };
        return (KernelBody)Activator.CreateInstance(open.MakeGenericType(types), function, site, kernel.SeesNulls)!;
    }

    private static T[] Read<T>(ColumnReader<T> reader, Vector column, int rows)
    {
        var buffer = ArrayPool<T>.Shared.Rent(Math.Max(rows, 1));
        reader.Read(column, rows, buffer);
        return buffer;
    }

    private static void Return<T>(T[] buffer) =>
        ArrayPool<T>.Shared.Return(buffer, System.Runtime.CompilerServices.RuntimeHelpers.IsReferenceOrContainsReferences<T>());

    private sealed class VariadicBody<TResult>(Func<object?[], TResult> function, KernelSite site, bool seesNulls) : KernelBody
    {
        private readonly ColumnReader<object>[] readers = [.. site.Arguments.Map(ColumnReaders.For<object>)];
        private readonly ColumnWriter<TResult> writer = ColumnWriters.For<TResult>(site.Result);

        public override void Run(DataChunk input, Vector output)
        {
            var rows = input.RowCount;
            var columns = readers.Select((r, i) => Read(r, input[i], rows)).ToArray();
            for (var row = 0; row < rows; row++)
            {
                if (seesNulls || !output.IsNull(row))
                {
                    writer.Write(output, row, function(Array.ConvertAll(columns, c => (object?)c[row])));
                }
            }

            Array.ForEach(columns, Return);
        }
    }

    private sealed class Body0<TResult>(Func<TResult> function, KernelSite site, bool seesNulls) : KernelBody
    {
        private readonly ColumnWriter<TResult> writer = ColumnWriters.For<TResult>(site.Result);

        public override void Run(DataChunk input, Vector output)
        {
            var rows = input.RowCount;
            var all = seesNulls || output.HasNoNulls;
            for (var row = 0; row < rows; row++)
            {
                if (all || !output.IsNull(row))
                {
                    writer.Write(output, row, function());
                }
            }
        }
    }

    private sealed class Body1<T1, TResult>(Func<T1, TResult> function, KernelSite site, bool seesNulls) : KernelBody
    {
        private readonly ColumnReader<T1> reader1 = ColumnReaders.For<T1>(site.Arguments[0]);
        private readonly ColumnWriter<TResult> writer = ColumnWriters.For<TResult>(site.Result);

        public override void Run(DataChunk input, Vector output)
        {
            var rows = input.RowCount;
            var column1 = Read(reader1, input[0], rows);
            var all = seesNulls || output.HasNoNulls;
            for (var row = 0; row < rows; row++)
            {
                if (all || !output.IsNull(row))
                {
                    writer.Write(output, row, function(column1[row]));
                }
            }

            Return(column1);
        }
    }

    private sealed class Body2<T1, T2, TResult>(Func<T1, T2, TResult> function, KernelSite site, bool seesNulls) : KernelBody
    {
        private readonly ColumnReader<T1> reader1 = ColumnReaders.For<T1>(site.Arguments[0]);
        private readonly ColumnReader<T2> reader2 = ColumnReaders.For<T2>(site.Arguments[1]);
        private readonly ColumnWriter<TResult> writer = ColumnWriters.For<TResult>(site.Result);

        public override void Run(DataChunk input, Vector output)
        {
            var rows = input.RowCount;
            var column1 = Read(reader1, input[0], rows);
            var column2 = Read(reader2, input[1], rows);
            var all = seesNulls || output.HasNoNulls;
            for (var row = 0; row < rows; row++)
            {
                if (all || !output.IsNull(row))
                {
                    writer.Write(output, row, function(column1[row], column2[row]));
                }
            }

            Return(column1);
            Return(column2);
        }
    }

    private sealed class Body3<T1, T2, T3, TResult>(Func<T1, T2, T3, TResult> function, KernelSite site, bool seesNulls) : KernelBody
    {
        private readonly ColumnReader<T1> reader1 = ColumnReaders.For<T1>(site.Arguments[0]);
        private readonly ColumnReader<T2> reader2 = ColumnReaders.For<T2>(site.Arguments[1]);
        private readonly ColumnReader<T3> reader3 = ColumnReaders.For<T3>(site.Arguments[2]);
        private readonly ColumnWriter<TResult> writer = ColumnWriters.For<TResult>(site.Result);

        public override void Run(DataChunk input, Vector output)
        {
            var rows = input.RowCount;
            var column1 = Read(reader1, input[0], rows);
            var column2 = Read(reader2, input[1], rows);
            var column3 = Read(reader3, input[2], rows);
            var all = seesNulls || output.HasNoNulls;
            for (var row = 0; row < rows; row++)
            {
                if (all || !output.IsNull(row))
                {
                    writer.Write(output, row, function(column1[row], column2[row], column3[row]));
                }
            }

            Return(column1);
            Return(column2);
            Return(column3);
        }
    }

    private sealed class Body4<T1, T2, T3, T4, TResult>(Func<T1, T2, T3, T4, TResult> function, KernelSite site, bool seesNulls) : KernelBody
    {
        private readonly ColumnReader<T1> reader1 = ColumnReaders.For<T1>(site.Arguments[0]);
        private readonly ColumnReader<T2> reader2 = ColumnReaders.For<T2>(site.Arguments[1]);
        private readonly ColumnReader<T3> reader3 = ColumnReaders.For<T3>(site.Arguments[2]);
        private readonly ColumnReader<T4> reader4 = ColumnReaders.For<T4>(site.Arguments[3]);
        private readonly ColumnWriter<TResult> writer = ColumnWriters.For<TResult>(site.Result);

        public override void Run(DataChunk input, Vector output)
        {
            var rows = input.RowCount;
            var column1 = Read(reader1, input[0], rows);
            var column2 = Read(reader2, input[1], rows);
            var column3 = Read(reader3, input[2], rows);
            var column4 = Read(reader4, input[3], rows);
            var all = seesNulls || output.HasNoNulls;
            for (var row = 0; row < rows; row++)
            {
                if (all || !output.IsNull(row))
                {
                    writer.Write(output, row, function(column1[row], column2[row], column3[row], column4[row]));
                }
            }

            Return(column1);
            Return(column2);
            Return(column3);
            Return(column4);
        }
    }

    private sealed class Body5<T1, T2, T3, T4, T5, TResult>(Func<T1, T2, T3, T4, T5, TResult> function, KernelSite site, bool seesNulls) : KernelBody
    {
        private readonly ColumnReader<T1> reader1 = ColumnReaders.For<T1>(site.Arguments[0]);
        private readonly ColumnReader<T2> reader2 = ColumnReaders.For<T2>(site.Arguments[1]);
        private readonly ColumnReader<T3> reader3 = ColumnReaders.For<T3>(site.Arguments[2]);
        private readonly ColumnReader<T4> reader4 = ColumnReaders.For<T4>(site.Arguments[3]);
        private readonly ColumnReader<T5> reader5 = ColumnReaders.For<T5>(site.Arguments[4]);
        private readonly ColumnWriter<TResult> writer = ColumnWriters.For<TResult>(site.Result);

        public override void Run(DataChunk input, Vector output)
        {
            var rows = input.RowCount;
            var column1 = Read(reader1, input[0], rows);
            var column2 = Read(reader2, input[1], rows);
            var column3 = Read(reader3, input[2], rows);
            var column4 = Read(reader4, input[3], rows);
            var column5 = Read(reader5, input[4], rows);
            var all = seesNulls || output.HasNoNulls;
            for (var row = 0; row < rows; row++)
            {
                if (all || !output.IsNull(row))
                {
                    writer.Write(output, row, function(column1[row], column2[row], column3[row], column4[row], column5[row]));
                }
            }

            Return(column1);
            Return(column2);
            Return(column3);
            Return(column4);
            Return(column5);
        }
    }

    private sealed class Body6<T1, T2, T3, T4, T5, T6, TResult>(Func<T1, T2, T3, T4, T5, T6, TResult> function, KernelSite site, bool seesNulls) : KernelBody
    {
        private readonly ColumnReader<T1> reader1 = ColumnReaders.For<T1>(site.Arguments[0]);
        private readonly ColumnReader<T2> reader2 = ColumnReaders.For<T2>(site.Arguments[1]);
        private readonly ColumnReader<T3> reader3 = ColumnReaders.For<T3>(site.Arguments[2]);
        private readonly ColumnReader<T4> reader4 = ColumnReaders.For<T4>(site.Arguments[3]);
        private readonly ColumnReader<T5> reader5 = ColumnReaders.For<T5>(site.Arguments[4]);
        private readonly ColumnReader<T6> reader6 = ColumnReaders.For<T6>(site.Arguments[5]);
        private readonly ColumnWriter<TResult> writer = ColumnWriters.For<TResult>(site.Result);

        public override void Run(DataChunk input, Vector output)
        {
            var rows = input.RowCount;
            var column1 = Read(reader1, input[0], rows);
            var column2 = Read(reader2, input[1], rows);
            var column3 = Read(reader3, input[2], rows);
            var column4 = Read(reader4, input[3], rows);
            var column5 = Read(reader5, input[4], rows);
            var column6 = Read(reader6, input[5], rows);
            var all = seesNulls || output.HasNoNulls;
            for (var row = 0; row < rows; row++)
            {
                if (all || !output.IsNull(row))
                {
                    writer.Write(output, row, function(column1[row], column2[row], column3[row], column4[row], column5[row], column6[row]));
                }
            }

            Return(column1);
            Return(column2);
            Return(column3);
            Return(column4);
            Return(column5);
            Return(column6);
        }
    }

    private sealed class Body7<T1, T2, T3, T4, T5, T6, T7, TResult>(Func<T1, T2, T3, T4, T5, T6, T7, TResult> function, KernelSite site, bool seesNulls) : KernelBody
    {
        private readonly ColumnReader<T1> reader1 = ColumnReaders.For<T1>(site.Arguments[0]);
        private readonly ColumnReader<T2> reader2 = ColumnReaders.For<T2>(site.Arguments[1]);
        private readonly ColumnReader<T3> reader3 = ColumnReaders.For<T3>(site.Arguments[2]);
        private readonly ColumnReader<T4> reader4 = ColumnReaders.For<T4>(site.Arguments[3]);
        private readonly ColumnReader<T5> reader5 = ColumnReaders.For<T5>(site.Arguments[4]);
        private readonly ColumnReader<T6> reader6 = ColumnReaders.For<T6>(site.Arguments[5]);
        private readonly ColumnReader<T7> reader7 = ColumnReaders.For<T7>(site.Arguments[6]);
        private readonly ColumnWriter<TResult> writer = ColumnWriters.For<TResult>(site.Result);

        public override void Run(DataChunk input, Vector output)
        {
            var rows = input.RowCount;
            var column1 = Read(reader1, input[0], rows);
            var column2 = Read(reader2, input[1], rows);
            var column3 = Read(reader3, input[2], rows);
            var column4 = Read(reader4, input[3], rows);
            var column5 = Read(reader5, input[4], rows);
            var column6 = Read(reader6, input[5], rows);
            var column7 = Read(reader7, input[6], rows);
            var all = seesNulls || output.HasNoNulls;
            for (var row = 0; row < rows; row++)
            {
                if (all || !output.IsNull(row))
                {
                    writer.Write(output, row, function(column1[row], column2[row], column3[row], column4[row], column5[row], column6[row], column7[row]));
                }
            }

            Return(column1);
            Return(column2);
            Return(column3);
            Return(column4);
            Return(column5);
            Return(column6);
            Return(column7);
        }
    }

    private sealed class Body8<T1, T2, T3, T4, T5, T6, T7, T8, TResult>(Func<T1, T2, T3, T4, T5, T6, T7, T8, TResult> function, KernelSite site, bool seesNulls) : KernelBody
    {
        private readonly ColumnReader<T1> reader1 = ColumnReaders.For<T1>(site.Arguments[0]);
        private readonly ColumnReader<T2> reader2 = ColumnReaders.For<T2>(site.Arguments[1]);
        private readonly ColumnReader<T3> reader3 = ColumnReaders.For<T3>(site.Arguments[2]);
        private readonly ColumnReader<T4> reader4 = ColumnReaders.For<T4>(site.Arguments[3]);
        private readonly ColumnReader<T5> reader5 = ColumnReaders.For<T5>(site.Arguments[4]);
        private readonly ColumnReader<T6> reader6 = ColumnReaders.For<T6>(site.Arguments[5]);
        private readonly ColumnReader<T7> reader7 = ColumnReaders.For<T7>(site.Arguments[6]);
        private readonly ColumnReader<T8> reader8 = ColumnReaders.For<T8>(site.Arguments[7]);
        private readonly ColumnWriter<TResult> writer = ColumnWriters.For<TResult>(site.Result);

        public override void Run(DataChunk input, Vector output)
        {
            var rows = input.RowCount;
            var column1 = Read(reader1, input[0], rows);
            var column2 = Read(reader2, input[1], rows);
            var column3 = Read(reader3, input[2], rows);
            var column4 = Read(reader4, input[3], rows);
            var column5 = Read(reader5, input[4], rows);
            var column6 = Read(reader6, input[5], rows);
            var column7 = Read(reader7, input[6], rows);
            var column8 = Read(reader8, input[7], rows);
            var all = seesNulls || output.HasNoNulls;
            for (var row = 0; row < rows; row++)
            {
                if (all || !output.IsNull(row))
                {
                    writer.Write(output, row, function(column1[row], column2[row], column3[row], column4[row], column5[row], column6[row], column7[row], column8[row]));
                }
            }

            Return(column1);
            Return(column2);
            Return(column3);
            Return(column4);
            Return(column5);
            Return(column6);
            Return(column7);
            Return(column8);
        }
    }
}
