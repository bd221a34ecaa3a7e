using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Kernels.Numbers;

/// <summary>Numbers and intervals without their sign, and the sign alone.</summary>
internal static class Signs
{
    public static Kernel Absolute(DataType type) => type switch
    {
        DecimalType => new Kernel((Int128 x) => Int128.Abs(x)),
        DoubleType => new Kernel((double x) => Math.Abs(x)),
        FloatType => new Kernel((float x) => Math.Abs(x)),
        ByteType => new Kernel((sbyte x) => x == sbyte.MinValue ? throw ArithmeticErrors.Overflow("tinyint") : Math.Abs(x)),
        ShortType => new Kernel((short x) => x == short.MinValue ? throw ArithmeticErrors.Overflow("smallint") : Math.Abs(x)),
        IntegerType => new Kernel((int x) => x == int.MinValue ? throw ArithmeticErrors.Overflow("int") : Math.Abs(x)),
        YearMonthIntervalType => new Kernel((int x) => x == int.MinValue ? throw ArithmeticErrors.IntervalOverflow() : Math.Abs(x)),
        DayTimeIntervalType => new Kernel((long x) => x == long.MinValue ? throw ArithmeticErrors.IntervalOverflow() : Math.Abs(x)),
        _ => new Kernel((long x) => x == long.MinValue ? throw ArithmeticErrors.Overflow("bigint") : Math.Abs(x)),
    };

    public static Kernel Of(DataType type) => type switch
    {
        YearMonthIntervalType => new Kernel((int x) => (double)Math.Sign(x)),
        DayTimeIntervalType => new Kernel((long x) => (double)Math.Sign(x)),
        _ => new Kernel((double x) => double.IsNaN(x) || x == 0 ? x : Math.Sign(x)),
    };
}
