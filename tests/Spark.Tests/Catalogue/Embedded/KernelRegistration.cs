using System.Globalization;
using System.Reflection;
using System.Runtime.ExceptionServices;
using SparkEtl.DuckDb;
using SparkEtl.Spark.Catalogue;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Tests.Catalogue.Embedded;

/// <summary>Makes C# kernels known to a connection, value by value: slow, and plain to read.</summary>
internal sealed class KernelRegistration(DuckDbConnection connection)
{
    private readonly Dictionary<AttributeId, string> names = [];
    private int count;

    public string NameOf(AttributeId variable)
    {
        if (!names.TryGetValue(variable, out var name))
        {
            names[variable] = name = string.Create(CultureInfo.InvariantCulture, $"v{names.Count}");
        }

        return name;
    }

    public string Register(Kernel kernel, KernelSite site)
    {
        var name = NewName();
        connection.RegisterScalar(new ScalarFunction(name, [.. site.Arguments.Map(DuckType)], DuckType(site.Result), (input, output) =>
        {
            for (var row = 0; row < input.RowCount; row++)
            {
                var arguments = Enumerable.Range(0, input.ColumnCount).Select(c => FromDuck(input[c].GetValue(row))).ToArray();
                if (kernel.SeesNulls || !arguments.Contains(null))
                {
                    output.SetValue(row, ToDuck(Invoke(kernel, arguments), site.Result));
                }
            }
        })
        {
            HandlesNull = kernel.SeesNulls,
            IsVolatile = kernel.Volatile,
        });
        return name;
    }

    public string Register(AggregateKernel kernel, KernelSite site)
    {
        var name = NewName();
        connection.RegisterAggregate(new ObjectAggregate<object>(
            name,
            [.. site.Arguments.Map(DuckType)],
            DuckType(site.Result),
            kernel.Create,
            (state, input, start, end) =>
            {
                for (var row = start; row < end; row++)
                {
                    kernel.Update(state, Enumerable.Range(0, input.ColumnCount).Select(c => FromDuck(input[c].GetValue(row))).ToArray());
                }
            },
            kernel.Combine,
            (state, output, row) => output.SetValue(row, ToDuck(kernel.Finish(state), site.Result)))
        {
            HandlesNull = kernel.SeesNulls,
        });
        return name;
    }

    public static object? FromDuck(object? value) => value switch
    {
        DuckDbDate date => date.Days,
        DuckDbTimestamp timestamp => timestamp.Micros,
        DuckDbDecimal number => new DecimalValue(number.Unscaled, number.Scale),
        KeyValuePair<object, object?>[] entries => entries.Select(e => KeyValuePair.Create(FromDuck(e.Key)!, FromDuck(e.Value))).ToArray(),
        object?[] items => items.Select(FromDuck).ToArray(),
        _ => value,
    };

    private static object? Invoke(Kernel kernel, object?[] arguments)
    {
        try
        {
            if (kernel.Variadic)
            {
                return kernel.Function.DynamicInvoke([arguments]);
            }

            // A decimal parameter is the unscaled number; anything that takes objects gets the number with its scale.
            var parameters = kernel.Function.Method.GetParameters().TakeLast(arguments.Length);
            return kernel.Function.DynamicInvoke([.. arguments.Zip(parameters, (a, p) =>
                a is DecimalValue d && (p.ParameterType == typeof(Int128) || p.ParameterType == typeof(Int128?)) ? d.Unscaled : a)]);
        }
        catch (TargetInvocationException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerException!);
            throw;
        }
    }

    private static object? ToDuck(object? value, DataType type) => (value, type) switch
    {
        (null, _) => null,
        (Int128 unscaled, DecimalType d) => new DuckDbDecimal(unscaled, d.Scale),
        (DecimalValue number, DecimalType) => new DuckDbDecimal(number.Unscaled, number.Scale),
        (int days, DateType) => new DuckDbDate(days),
        (long micros, TimestampType or TimestampNtzType) => new DuckDbTimestamp(micros),
        (KeyValuePair<object, object?>[] entries, MapType m) =>
            entries.Select(e => KeyValuePair.Create(ToDuck(e.Key, m.KeyType)!, ToDuck(e.Value, m.ValueType))).ToArray(),
        (object?[] items, ArrayType a) => items.Select(i => ToDuck(i, a.ElementType)).ToArray(),
        (object?[] fields, StructType s) => fields.Select((f, i) => ToDuck(f, s.Fields[i].DataType)).ToArray(),
        _ => value,
    };

    private static DuckDbType DuckType(DataType type) => type switch
    {
        ByteType => DuckDbType.TinyInt,
        ShortType => DuckDbType.SmallInt,
        IntegerType or YearMonthIntervalType or NullType => DuckDbType.Integer,
        LongType or DayTimeIntervalType => DuckDbType.BigInt,
        FloatType => DuckDbType.Float,
        DoubleType => DuckDbType.Double,
        DecimalType d => DuckDbType.Decimal(d.Precision, d.Scale),
        StringType => DuckDbType.Varchar,
        BinaryType => DuckDbType.Blob,
        BooleanType => DuckDbType.Boolean,
        DateType => DuckDbType.Date,
        TimestampType or TimestampNtzType => DuckDbType.Timestamp,
        ArrayType a => DuckDbType.List(DuckType(a.ElementType)),
        MapType m => DuckDbType.Map(DuckType(m.KeyType), DuckType(m.ValueType)),
        StructType s => DuckDbType.Struct([.. s.Fields.Select(f => new DuckDbField(f.Name, DuckType(f.DataType)))]),
        _ => throw new NotSupportedException(type.SimpleString),
    };

    private string NewName() => string.Create(CultureInfo.InvariantCulture, $"kernel_{Interlocked.Increment(ref count)}");
}
