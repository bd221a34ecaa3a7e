using SparkEtl.Spark.Catalogue.Kernels.Casts;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions.Misc;

/// <summary>Types called as functions, which cast: <c>double('NaN')</c>.</summary>
internal static class TypeNames
{
    private static readonly DataType[] Types =
    [
        SqlTypes.Boolean, SqlTypes.Byte, SqlTypes.Short, SqlTypes.Integer, SqlTypes.Long, SqlTypes.Float, SqlTypes.Double, SqlTypes.Decimal(10, 0),
        SqlTypes.Date, SqlTypes.Timestamp, SqlTypes.Binary, SqlTypes.String,
    ];

    public static IEnumerable<Function> All => Types.Select(Of);

    private static Function Of(DataType type)
    {
        var name = type is DecimalType ? "decimal" : type.SimpleString;
        return ScalarEntry.Of(
            "cast",
            name,
            Signature.Custom("(any)", (function, arguments) =>
            {
                if (arguments.Count != 1)
                {
                    throw Signature.WrongCount(function, "1 argument", arguments.Count);
                }

                return CastRules.Check(arguments[0].Type, type) is { } error
                    ? throw new AnalysisException(error, $"{arguments[0].Type.SimpleString} cannot be cast to {type.SimpleString}.")
                    : new Resolution(arguments, type, arguments[0].Nullable);
            }),
            Rendering.Rewrite((arguments, to) => new Cast(arguments[0], to, Try: false)),
            Rendering.Rewrite((arguments, to) => new Cast(arguments[0], to, Try: false)),
            canFail: true);
    }
}
