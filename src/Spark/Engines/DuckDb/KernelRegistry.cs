using System.Collections.Concurrent;
using System.Globalization;
using SparkEtl.DuckDb;
using SparkEtl.Spark.Catalogue;
using SparkEtl.Spark.Engines.DuckDb.Kernels;
using SparkEtl.Spark.Plan;

namespace SparkEtl.Spark.Engines.DuckDb;

/// <summary>The C# functions a database knows: each is registered once for the types it is called with, when a statement first needs it.</summary>
internal sealed class KernelRegistry(DuckDbConnection connection)
{
    private readonly ConcurrentDictionary<(Function Function, string Types), Lazy<string>> names = new();
    private int numbers;

    /// <summary>The name to call a scalar function by.</summary>
    public string Scalar(Function function, KernelSite site, Kernel kernel) => Once(function, site, name =>
    {
        var body = KernelBody.For(kernel, site);
        connection.RegisterScalar(new ScalarFunction(name, site.Arguments.Map(TypeMapping.ToDuckDb), TypeMapping.ToDuckDb(site.Result), body.Run)
        {
            HandlesNull = kernel.SeesNulls,
            IsVolatile = kernel.Volatile || !function.Deterministic,
        });
    });

    /// <summary>The name to call an aggregate by.</summary>
    public string Aggregate(Function function, KernelSite site, AggregateKernel kernel) => Once(function, site, name =>
    {
        var types = site.Arguments;
        connection.RegisterAggregate(new ObjectAggregate<object>(
            name,
            types.Map(TypeMapping.ToDuckDb),
            TypeMapping.ToDuckDb(site.Result),
            kernel.Create,
            (state, input, start, end) => Update(kernel, types, state, input, start, end),
            kernel.Combine,
            (state, output, row) =>
            {
                if (kernel.Finish(state) is { } value)
                {
                    output.SetValue(row, Values.ToDuckDb(value, site.Result));
                }
                else
                {
                    output.SetNull(row);
                }
            })
        {
            HandlesNull = kernel.SeesNulls,
        });
    });

    private static void Update(AggregateKernel kernel, Seq<Sql.Types.DataType> types, object state, DataChunk input, int start, int end)
    {
        var arguments = new object?[types.Count];
        for (var row = start; row < end; row++)
        {
            var skip = false;
            for (var i = 0; i < arguments.Length; i++)
            {
                arguments[i] = Values.FromDuckDb(input[i].GetValue(row), types[i]);
                skip |= arguments[i] is null && !kernel.SeesNulls;
            }

            if (!skip)
            {
                kernel.Update(state, arguments);
            }
        }
    }

    private string Once(Function function, KernelSite site, Action<string> register) => names.GetOrAdd(
        (function, $"({string.Join(',', site.Arguments)}){site.Result}"),
        _ => new Lazy<string>(() =>
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"spark_{Identifier(function.Name)}_{Interlocked.Increment(ref numbers)}");
            register(name);
            return name;
        })).Value;

    private static string Identifier(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
}
