using System.Numerics;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Kernels.Decimals;

/// <summary>
/// Arithmetic on two decimals of fixed scales with a result of fixed precision and scale: computed exactly, rounded half up once.
/// Null means that the result has more digits than its type; a divisor is never zero here.
/// </summary>
internal sealed class DecimalArithmetic(int leftScale, int rightScale, DecimalType result)
{
    private readonly int commonScale = Math.Max(leftScale, rightScale);

    /// <summary>left + right.</summary>
    public Int128? Add(Int128 left, Int128 right)
    {
        var drop = commonScale - result.Scale;
        return DecimalMath.TryScaleUp(left, commonScale - leftScale, out var l) && DecimalMath.TryScaleUp(right, commonScale - rightScale, out var r)
            ? DecimalMath.Fit(DecimalMath.RoundOff(l + r, drop), result.Precision)
            : DecimalMath.Fit(DecimalMath.RoundOff(BigLeft(left) + BigRight(right), drop), result.Precision);
    }

    /// <summary>left - right.</summary>
    public Int128? Subtract(Int128 left, Int128 right) => Add(left, -right);

    /// <summary>left * right.</summary>
    public Int128? Multiply(Int128 left, Int128 right)
    {
        var drop = leftScale + rightScale - result.Scale;
        return DecimalMath.TryMultiply(left, right, out var product)
            ? DecimalMath.Fit(DecimalMath.RoundOff(product, drop), result.Precision)
            : DecimalMath.Fit(DecimalMath.RoundOff((BigInteger)left * right, drop), result.Precision);
    }

    /// <summary>left / right.</summary>
    public Int128? Divide(Int128 left, Int128 right)
    {
        var shift = result.Scale - leftScale + rightScale;
        if (shift >= 0 && DecimalMath.TryScaleUp(left, shift, out var scaled))
        {
            return DecimalMath.Fit(DecimalMath.DivideHalfUp(scaled, right), result.Precision);
        }

        var dividend = (BigInteger)left * DecimalMath.BigPower(Math.Max(shift, 0));
        var divisor = (BigInteger)right * DecimalMath.BigPower(Math.Max(-shift, 0));
        return DecimalMath.Fit(DecimalMath.DivideHalfUp(dividend, divisor), result.Precision);
    }

    /// <summary>The whole part of left / right as 64 bits; the result type is what it must fit before.</summary>
    public long? DivideWhole(Int128 left, Int128 right)
    {
        if (DecimalMath.TryScaleUp(left, commonScale - leftScale, out var l) && DecimalMath.TryScaleUp(right, commonScale - rightScale, out var r))
        {
            return DecimalMath.Fit(l / r, result.Precision) is { } quotient ? unchecked((long)quotient) : null;
        }

        return DecimalMath.Fit(BigInteger.Divide(BigLeft(left), BigRight(right)), result.Precision) is { } big ? unchecked((long)big) : null;
    }

    /// <summary>What is left of left after taking right off as often as it goes; it has the sign of left.</summary>
    public Int128? Remainder(Int128 left, Int128 right)
    {
        var drop = commonScale - result.Scale;
        return DecimalMath.TryScaleUp(left, commonScale - leftScale, out var l) && DecimalMath.TryScaleUp(right, commonScale - rightScale, out var r)
            ? DecimalMath.Fit(DecimalMath.RoundOff(l % r, drop), result.Precision)
            : DecimalMath.Fit(DecimalMath.RoundOff(BigInteger.Remainder(BigLeft(left), BigRight(right)), drop), result.Precision);
    }

    /// <summary>As <see cref="Remainder"/>, a negative one moved up by right once.</summary>
    public Int128? PositiveRemainder(Int128 left, Int128 right)
    {
        var drop = commonScale - result.Scale;
        if (DecimalMath.TryScaleUp(left, commonScale - leftScale, out var l) && DecimalMath.TryScaleUp(right, commonScale - rightScale, out var r))
        {
            var rest = l % r;
            return DecimalMath.Fit(DecimalMath.RoundOff(rest < 0 ? (rest + r) % r : rest, drop), result.Precision);
        }

        var divisor = BigRight(right);
        var bigRest = BigInteger.Remainder(BigLeft(left), divisor);
        bigRest = bigRest.Sign < 0 ? BigInteger.Remainder(bigRest + divisor, divisor) : bigRest;
        return DecimalMath.Fit(DecimalMath.RoundOff(bigRest, drop), result.Precision);
    }

    private BigInteger BigLeft(Int128 value) => (BigInteger)value * DecimalMath.BigPower(commonScale - leftScale);

    private BigInteger BigRight(Int128 value) => (BigInteger)value * DecimalMath.BigPower(commonScale - rightScale);
}
