using System.Numerics;

namespace SparkEtl.Spark.Catalogue.Kernels.Numbers;

/// <summary>Arithmetic on whole numbers of one width; null means that the result does not fit. A divisor is never zero here.</summary>
internal static class IntegerArithmetic
{
    public static T? Add<T>(T left, T right)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var sum = unchecked(left + right);

        // Overflow is the one way for operands of one sign to give the other sign.
        return T.IsNegative(left) == T.IsNegative(right) && T.IsNegative(sum) != T.IsNegative(left) ? null : sum;
    }

    public static T? Subtract<T>(T left, T right)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var difference = unchecked(left - right);
        return T.IsNegative(left) != T.IsNegative(right) && T.IsNegative(difference) != T.IsNegative(left) ? null : difference;
    }

    public static T? Multiply<T>(T left, T right)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var product = Math.BigMul(long.CreateTruncating(left), long.CreateTruncating(right), out var low);
        var fits = product == low >> 63 && low >= long.CreateTruncating(T.MinValue) && low <= long.CreateTruncating(T.MaxValue);
        return fits ? T.CreateTruncating(low) : null;
    }

    public static long? Divide(long left, long right) => left == long.MinValue && right == -1 ? null : left / right;

    public static T Remainder<T>(T left, T right)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T> => right == -T.One ? T.Zero : left % right;

    public static T PositiveRemainder<T>(T left, T right)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var rest = Remainder(left, right);
        return T.IsNegative(rest) ? Remainder(unchecked(rest + right), right) : rest;
    }
}
