using SparkEtl.Spark.Catalogue.Functions.Operators;
using SparkEtl.Spark.Catalogue.Kernels.Numbers;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions;

/// <summary>Rounding. The number of digits is a constant: it decides the type of a rounded decimal.</summary>
internal static class RoundingFunctions
{
    // What a whole number or a double becomes where only decimals are rounded.
    private static readonly TypeRule AsDecimal = new("a number", e => e.Type switch
    {
        DecimalType => e.Type,
        IntegralType whole => Coercion.DecimalOf(whole),
        FloatType => SqlTypes.Decimal(14, 7),
        DoubleType => SqlTypes.Decimal(30, 15),
        StringType => SqlTypes.Decimal(38, 18),
        NullType => SqlTypes.Decimal(38, 18),
        _ => null,
    });

    public static IEnumerable<Function> All =>
    [
        Round("round", RoundingMode.HalfUp),
        Round("bround", RoundingMode.HalfEven),
        ToWhole("ceil", RoundingMode.Ceiling, "ceiling"),
        ToWhole("floor", RoundingMode.Floor),
        new Function
        {
            Name = "rint",
            Kind = FunctionKind.Scalar,
            Family = "math",
            Signature = Signature.Of(Returns.Double, Takes.Double),
            Spark = Rendering.Native("rint"),
            DuckDb = Rendering.Kernel((double x) => Math.Round(x, MidpointRounding.ToEven)),
        },
    ];

    private static Function Round(string name, RoundingMode mode) => new()
    {
        Name = name,
        Kind = FunctionKind.Scalar,
        Family = "math",
        Signature = Signature.Custom("(number [, constant int])", (function, arguments) => Resolve(function, arguments, Takes.Number)),
        Spark = Rendering.Native(name),
        DuckDb = Rounded(mode),
        CanFail = true,
    };

    // With one argument the result is a whole number; with two a decimal.
    private static Function ToWhole(string name, RoundingMode mode, params string[] aliases) => new()
    {
        Name = name,
        Aliases = aliases.ToSeq(),
        Kind = FunctionKind.Scalar,
        Family = "math",
        Signature = Signature.Custom(
            "(number [, constant int])",
            (function, arguments) => arguments.Count == 1 ? Whole(function, arguments[0]) : Resolve(function, arguments, AsDecimal)),
        Spark = Rendering.Native(name),
        DuckDb = Rounded(mode),
        CanFail = true,
    };

    private static Resolution Resolve(string function, Seq<Expression> arguments, TypeRule rule)
    {
        if (arguments.Count is < 1 or > 2)
        {
            throw Signature.WrongCount(function, "1 or 2 arguments", arguments.Count);
        }

        var type = rule.Coerce(arguments[0]) ?? throw Signature.WrongType(function, 0, rule.Description, arguments[0]);
        var number = Coercion.CastTo(arguments[0], type);
        if (arguments.Count == 1)
        {
            return new Resolution([number], Rounded(type, 0), true);
        }

        _ = Takes.Int.Coerce(arguments[1]) ?? throw Signature.WrongType(function, 1, "int", arguments[1]);
        var scale = Constants.Int(function, 1, arguments[1]);
        Expression literal = scale is { } known ? Literal.Of(known) : Literal.Null(SqlTypes.Integer);
        return new Resolution([number, literal], Rounded(type, scale ?? 0), true);
    }

    private static Resolution Whole(string function, Expression argument)
    {
        var type = argument.Type switch
        {
            DecimalType or LongType => argument.Type,
            _ => Takes.Double.Coerce(argument) ?? throw Signature.WrongType(function, 0, "a number", argument),
        };
        var number = Coercion.CastTo(argument, type);
        DataType result = type switch
        {
            DecimalType { Scale: 0 } => type,
            DecimalType d => Coercion.Bounded(d.Precision - d.Scale + 1, 0),
            _ => SqlTypes.Long,
        };
        return new Resolution([number], result, argument.Nullable);
    }

    private static Rendering Rounded(RoundingMode mode)
    {
        var kernel = Primitive.Of($"round {mode}", Rendering.Kernel(site => Rounding.Make(site, mode)));
        return Rendering.Rewrite((arguments, type) => kernel.CallOrNull(type, arguments));
    }

    // Rounding up may need one more digit before the point: 9.9 becomes 10.
    private static DataType Rounded(DataType type, int scale)
    {
        if (type is not DecimalType d)
        {
            return type;
        }

        var whole = d.Precision - d.Scale + 1;
        var kept = Math.Clamp(scale, 0, d.Scale);
        return scale < 0
            ? Coercion.Bounded((int)Math.Min(DecimalType.MaxPrecision, Math.Max(whole, 1L - scale)), 0)
            : Coercion.Bounded(whole + kept, kept);
    }
}
