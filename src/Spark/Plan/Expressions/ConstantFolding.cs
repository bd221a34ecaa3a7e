using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Plan.Expressions;

/// <summary>Constants that need no engine: negated numbers, whole numbers added and multiplied, and casts between whole numbers and decimals that cannot fail.</summary>
internal static class ConstantFolding
{
    public static Expression Fold(Expression expression) => expression switch
    {
        Call { Function.Name: "negative", Arguments: [var of] } => Negate(Fold(of)) ?? expression,
        Call { Function.Name: "+" or "-" or "*", Arguments: [var left, var right] } call => Combine(call.Function.Name, Fold(left), Fold(right)) ?? expression,
        Cast { Of: var of, To: var to, Try: false } => Fold(of) is Literal literal && CastLiteral(literal, to) is { } cast ? cast : expression,
        _ => expression,
    };

    private static Literal? Negate(Expression of) => of is not Literal literal ? null : literal.Value switch
    {
        null => literal,
        sbyte v when v != sbyte.MinValue => literal with { Value = (sbyte)-v },
        short v when v != short.MinValue => literal with { Value = (short)-v },
        int v when v != int.MinValue => literal with { Value = -v },
        long v when v != long.MinValue => literal with { Value = -v },
        float v => literal with { Value = -v },
        double v => literal with { Value = -v },
        DecimalValue v => literal with { Value = new DecimalValue(-v.Unscaled, v.Scale) },
        _ => null,
    };

    private static Literal? Combine(string operation, Expression left, Expression right)
    {
        if (left is not Literal { Value: int l } literal || right is not Literal { Value: int r })
        {
            return null;
        }

        var value = operation switch
        {
            "+" => (long)l + r,
            "-" => (long)l - r,
            _ => (long)l * r,
        };
        return value is >= int.MinValue and <= int.MaxValue ? literal with { Value = (int)value } : null;
    }

    private static Literal? CastLiteral(Literal literal, DataType to)
    {
        if (literal.Value is null)
        {
            return Literal.Null(to);
        }

        Int128? whole = literal.Value switch
        {
            sbyte v => v,
            short v => v,
            int v => v,
            long v => v,
            _ => null,
        };
        return (whole, to) switch
        {
            ({ } v, ByteType) when v >= sbyte.MinValue && v <= sbyte.MaxValue => new Literal((sbyte)v, to),
            ({ } v, ShortType) when v >= short.MinValue && v <= short.MaxValue => new Literal((short)v, to),
            ({ } v, IntegerType) when v >= int.MinValue && v <= int.MaxValue => new Literal((int)v, to),
            ({ } v, LongType) when v >= long.MinValue && v <= long.MaxValue => new Literal((long)v, to),
            ({ } v, DoubleType) when Int128.Abs(v) < (Int128)1 << 53 => new Literal((double)v, to),
            ({ } v, DecimalType d) => Scaled(v, 0, d),
            (null, DecimalType d) when literal.Value is DecimalValue v && v.Scale <= d.Scale => Scaled(v.Unscaled, v.Scale, d),
            _ => null,
        };
    }

    private static Literal? Scaled(Int128 unscaled, int scale, DecimalType to)
    {
        var limit = Int128.One;
        for (var i = 0; i < to.Precision - (to.Scale - scale); i++)
        {
            limit *= 10;
        }

        if (Int128.Abs(unscaled) >= limit)
        {
            return null;
        }

        for (var i = scale; i < to.Scale; i++)
        {
            unscaled *= 10;
        }

        return new Literal(new DecimalValue(unscaled, to.Scale), to);
    }
}
