using SparkEtl.Spark.Catalogue.Functions.Operators;
using SparkEtl.Spark.Catalogue.Kernels.Dates;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions.Dates;

/// <summary><c>trunc</c> and <c>date_trunc</c>. A unit that does not exist gives null.</summary>
internal static class TruncationFunctions
{
    private static readonly Dictionary<string, Function> Native = new[]
    {
        "year", "quarter", "month", "week", "day", "hour", "minute", "second", "millisecond", "microsecond",
    }.ToDictionary(unit => unit, unit => Primitive.Of($"truncate to {unit}", Rendering.Template($"CAST(date_trunc('{unit}', {{0}}) AS {{type}})")));

    private static readonly Function DateKernel = Primitive.Kernel("truncate date", Truncation.Date);

    private static readonly Function TimestampKernel = Primitive.Kernel("truncate timestamp", Truncation.Timestamp);

    public static IEnumerable<Function> All =>
    [
        DateFunction.Of(
            "trunc",
            Signature.Of(Returns.Date.MaybeNull(), Takes.Date, Takes.String),
            Rendering.Rewrite((a, type) => Truncate(a[0], a[1], type, Truncation.DateUnitOf, () => DateKernel.Call(type, a[0], a[1])))),
        DateFunction.Of(
            "date_trunc",
            Signature.Of(Returns.Timestamp.MaybeNull(), Takes.String, Takes.Timestamp),
            Rendering.Rewrite((a, type) => Truncate(a[1], a[0], type, Truncation.UnitOf, () => TimestampKernel.Call(type, a[0], a[1])))),
    ];

    private static Expression Truncate(Expression value, Expression unit, DataType type, Func<string, string?> known, Func<Expression> kernel) =>
        !Constants.TryText(unit, out var name) ? kernel()
        : name is not null && known(name) is { } native ? Native[native].Call(type, value)
        : Literal.Null(type);
}
