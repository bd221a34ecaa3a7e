using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions.Misc;

/// <summary>Functions whose values are not the same twice, and those of partitions and files.</summary>
internal static class RandomFunctions
{
    private const string Family = "misc";

    public static IEnumerable<Function> All =>
    [
        Random("rand", Rendering.Kernel(_ => new Kernel((Func<long, double>)(_ => System.Random.Shared.NextDouble())) { Volatile = true }), "random"),
        Random("randn", Rendering.Kernel(_ => new Kernel((Func<long, double>)(_ => Normal())) { Volatile = true })),
        new Function
        {
            Name = "uuid",
            Kind = FunctionKind.Scalar,
            Family = Family,
            Signature = Signature.Of(Returns.String.NeverNull()),
            Spark = Rendering.Native("uuid"),
            DuckDb = Rendering.Template("CAST(uuid() AS VARCHAR)"),
            Deterministic = false,
        },
        Partitioned("monotonically_increasing_id", Returns.Long.NeverNull(), "rows have no partitions there; use row_number() over an order"),
        Partitioned("spark_partition_id", Returns.Int.NeverNull(), "rows have no partitions there"),
        Partitioned("input_file_name", Returns.String.NeverNull(), "rows do not say which file they come from there; read one file at a time"),
        ScalarEntry.Of(
            Family,
            "assert_true",
            Signature.Of(Returns.Type(SqlTypes.Null).MaybeNull(), Want.Boolean, Parameter.Option(Want.String, Literal.Of("the condition is not true"))),
            Rendering.Kernel(_ => new Kernel((Func<bool?, string?, int?>)Assert) { SeesNulls = true }),
            canFail: true),
        ScalarEntry.Of(
            Family,
            "raise_error",
            Signature.Of(Returns.Type(SqlTypes.Null).MaybeNull(), Want.String),
            Rendering.Kernel(_ => new Kernel((Func<string?, int?>)(message => throw Raised(message))) { SeesNulls = true, Volatile = true }),
            canFail: true),
    ];

    private static Function Random(string name, Rendering duckDb, params string[] aliases) => new()
    {
        Name = name,
        Aliases = [.. aliases],
        Kind = FunctionKind.Scalar,
        Family = Family,
        Signature = Signature.Of(Returns.Double.NeverNull(), Parameter.Option(Want.Constant(Want.Long), Literal.Of(0L))),
        Spark = Rendering.Native(name),
        DuckDb = duckDb,
        Deterministic = false,
        Note = "The embedded engine draws without regard to the seed.",
    };

    private static Function Partitioned(string name, ResultRule result, string why) => new()
    {
        Name = name,
        Kind = FunctionKind.Scalar,
        Family = Family,
        Signature = Signature.Of(result),
        Spark = Rendering.Native(name),
        DuckDb = Rendering.Refused(why + "."),
        Deterministic = false,
    };

    private static int? Assert(bool? condition, string? message) => condition == true ? null : throw Raised(message);

    private static Sql.QueryException Raised(string? message) => new("USER_RAISED_EXCEPTION", message ?? "null");

    // Marsaglia's polar method.
    private static double Normal()
    {
        while (true)
        {
            var x = (2 * System.Random.Shared.NextDouble()) - 1;
            var y = (2 * System.Random.Shared.NextDouble()) - 1;
            var square = (x * x) + (y * y);
            if (square is > 0 and < 1)
            {
                return x * Math.Sqrt(-2 * Math.Log(square) / square);
            }
        }
    }
}
