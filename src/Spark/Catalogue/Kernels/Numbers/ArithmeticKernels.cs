using System.Numerics;
using SparkEtl.Spark.Catalogue.Kernels.Decimals;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Kernels.Numbers;

/// <summary>
/// The arithmetic operators on numbers as kernels, made for the types of one call. With <c>orNull</c> a result that cannot be computed is null,
/// else it is an error.
/// </summary>
internal static class ArithmeticKernels
{
    public static Kernel Make(string symbol, KernelSite site, bool orNull) => (site.Arguments[0], site.Arguments[1]) switch
    {
        (DecimalType l, DecimalType r) => OfDecimals(symbol, l, r, site.Result, orNull),
        (DoubleType, _) => OfFloats<double>(symbol, orNull),
        (FloatType, _) => OfFloats<float>(symbol, orNull),
        (YearMonthIntervalType, _) => OfIntegers<int>(symbol, ArithmeticErrors.IntervalOverflow, orNull),
        (DayTimeIntervalType, _) => OfIntegers<long>(symbol, ArithmeticErrors.IntervalOverflow, orNull),
        (ByteType, _) => OfIntegers<sbyte>(symbol, () => ArithmeticErrors.Overflow("tinyint"), orNull),
        (ShortType, _) => OfIntegers<short>(symbol, () => ArithmeticErrors.Overflow("smallint"), orNull),
        (IntegerType, _) => OfIntegers<int>(symbol, () => ArithmeticErrors.Overflow("int"), orNull),
        _ => OfIntegers<long>(symbol, () => ArithmeticErrors.Overflow("bigint"), orNull),
    };

    private static Kernel OfIntegers<T>(string symbol, Func<QueryException> error, bool orNull)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        if (symbol == "div")
        {
            return Checked<T, long>((l, r) => IntegerArithmetic.Divide(long.CreateTruncating(l), long.CreateTruncating(r)), true, error, orNull);
        }

        return symbol switch
        {
            "+" => Checked<T, T>(IntegerArithmetic.Add, false, error, orNull),
            "-" => Checked<T, T>(IntegerArithmetic.Subtract, false, error, orNull),
            "*" => Checked<T, T>(IntegerArithmetic.Multiply, false, error, orNull),
            "%" => Checked<T, T>((l, r) => IntegerArithmetic.Remainder(l, r), true, error, orNull),
            _ => Checked<T, T>((l, r) => IntegerArithmetic.PositiveRemainder(l, r), true, error, orNull),
        };
    }

    private static Kernel OfFloats<T>(string symbol, bool orNull)
        where T : struct, IFloatingPointIeee754<T> => symbol switch
        {
            "+" => Checked<T, T>((l, r) => l + r, false, () => ArithmeticErrors.Overflow("double"), orNull),
            "-" => Checked<T, T>((l, r) => l - r, false, () => ArithmeticErrors.Overflow("double"), orNull),
            "*" => Checked<T, T>((l, r) => l * r, false, () => ArithmeticErrors.Overflow("double"), orNull),
            "/" => Checked<T, T>((l, r) => l / r, true, () => ArithmeticErrors.Overflow("double"), orNull),
            "%" => Checked<T, T>((l, r) => l % r, true, () => ArithmeticErrors.Overflow("double"), orNull),
            _ => Checked<T, T>((l, r) => l % r is var rest && rest < T.Zero ? (rest + r) % r : rest, true, () => ArithmeticErrors.Overflow("double"), orNull),
        };

    private static Kernel OfDecimals(string symbol, DecimalType left, DecimalType right, DataType result, bool orNull)
    {
        var type = result as DecimalType ?? Functions.Operators.DecimalResults.WholeQuotient(left, right);
        var arithmetic = new DecimalArithmetic(left.Scale, right.Scale, type);
        QueryException Error() => ArithmeticErrors.OutOfRange(type);
        return symbol switch
        {
            "+" => Checked<Int128, Int128>(arithmetic.Add, false, Error, orNull),
            "-" => Checked<Int128, Int128>(arithmetic.Subtract, false, Error, orNull),
            "*" => Checked<Int128, Int128>(arithmetic.Multiply, false, Error, orNull),
            "/" => Checked<Int128, Int128>(arithmetic.Divide, true, Error, orNull),
            "div" => Checked<Int128, long>(arithmetic.DivideWhole, true, Error, orNull),
            "%" => Checked<Int128, Int128>(arithmetic.Remainder, true, Error, orNull),
            _ => Checked<Int128, Int128>(arithmetic.PositiveRemainder, true, Error, orNull),
        };
    }

    private static Kernel Checked<T, TResult>(Func<T, T, TResult?> compute, bool divides, Func<QueryException> error, bool orNull)
        where T : struct, INumberBase<T>
        where TResult : struct
    {
        if (orNull)
        {
            return new Kernel(divides ? (Func<T, T, TResult?>)((l, r) => T.IsZero(r) ? null : compute(l, r)) : compute);
        }

        return new Kernel(divides
            ? (Func<T, T, TResult>)((l, r) => T.IsZero(r) ? throw ArithmeticErrors.DivideByZero() : compute(l, r) ?? throw error())
            : (l, r) => compute(l, r) ?? throw error());
    }
}
