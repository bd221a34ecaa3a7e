using SparkEtl.Spark.Catalogue.Functions.Operators;
using SparkEtl.Spark.Catalogue.Kernels.Numbers;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions;

/// <summary>Functions of numbers.</summary>
internal static class MathFunctions
{
    private const string Family = "math";

    private static readonly TypeRule IntOrLong = Takes.OneOf(SqlTypes.Integer, SqlTypes.Long);

    public static IEnumerable<Function> All =>
    [
        .. Constants(),
        .. Trigonometry(),
        .. Powers(),
        .. Signs(),
        .. Bases(),
        .. Bits(),
        .. RoundingFunctions.All,
        Of("factorial", Signature.Of(Returns.Long.MaybeNull(), Takes.Int), Rendering.Kernel(Factorial.Of)),
        Of(
            "width_bucket",
            Signature.OneOf(
                Signature.Of(Returns.Long.MaybeNull(), Takes.Double, Takes.Double, Takes.Double, Takes.Long),
                Signature.Of(Returns.Long.MaybeNull(), Interval<YearMonthIntervalType>(), Interval<YearMonthIntervalType>(), Interval<YearMonthIntervalType>(), Takes.Long),
                Signature.Of(Returns.Long.MaybeNull(), Interval<DayTimeIntervalType>(), Interval<DayTimeIntervalType>(), Interval<DayTimeIntervalType>(), Takes.Long)),
            Rendering.Kernel(site => site.Arguments[0] switch
            {
                YearMonthIntervalType => new Kernel((int value, int min, int max, long buckets) => Histogram.Bucket(value, min, max, buckets)),
                DayTimeIntervalType => new Kernel((long value, long min, long max, long buckets) => Histogram.Bucket(value, min, max, buckets)),
                _ => new Kernel(Histogram.Bucket),
            })),
    ];

    private static IEnumerable<Function> Constants() =>
    [
        Of("pi", Signature.Of(Returns.Double), Rendering.Template("CAST(3.141592653589793 AS DOUBLE)")),
        Of("e", Signature.Of(Returns.Double), Rendering.Template("CAST(2.718281828459045 AS DOUBLE)")),
    ];

    private static IEnumerable<Function> Trigonometry() =>
    [
        OfDouble("acos", Math.Acos),
        OfDouble("acosh", Logarithms.Acosh),
        OfDouble("asin", Math.Asin),
        OfDouble("asinh", Logarithms.Asinh),
        OfDouble("atan", Math.Atan),
        OfDouble("atanh", Logarithms.Atanh),
        OfDoubles("atan2", (y, x) => Math.Atan2(y + 0.0, x + 0.0)),
        OfDouble("cos", Math.Cos),
        OfDouble("cosh", Math.Cosh),
        OfDouble("cot", x => 1 / Math.Tan(x)),
        OfDouble("csc", x => 1 / Math.Sin(x)),
        OfDouble("degrees", x => x * (180 / Math.PI)),
        OfDouble("radians", x => x / 180 * Math.PI),
        OfDouble("sec", x => 1 / Math.Cos(x)),
        OfDouble("sin", Math.Sin),
        OfDouble("sinh", Math.Sinh),
        OfDouble("tan", Math.Tan),
        OfDouble("tanh", Math.Tanh),
    ];

    private static IEnumerable<Function> Powers() =>
    [
        OfDouble("cbrt", CubeRoot),
        OfDouble("exp", Math.Exp),
        OfDouble("expm1", double.ExpM1),
        OfDoubles("hypot", double.Hypot),
        Of("ln", Signature.Of(Returns.Double.MaybeNull(), Takes.Double), Rendering.Kernel(Logarithms.Natural)),
        Of("log10", Signature.Of(Returns.Double.MaybeNull(), Takes.Double), Rendering.Kernel(Logarithms.Base10)),
        Of("log1p", Signature.Of(Returns.Double.MaybeNull(), Takes.Double), Rendering.Kernel(Logarithms.OfOnePlus)),
        Of("log2", Signature.Of(Returns.Double.MaybeNull(), Takes.Double), Rendering.Kernel(Logarithms.Base2)),
        Of(
            "log",
            Signature.OneOf(
                Signature.Of(Returns.Double.MaybeNull(), Takes.Double), Signature.Of(Returns.Double.MaybeNull(), Takes.Double, Takes.Double)),
            Rendering.Kernel(site => site.Arguments.Count == 1 ? new Kernel(Logarithms.Natural) : new Kernel(Logarithms.ToBase))),
        OfDoubles("power", Math.Pow, "pow"),
        OfDouble("sqrt", Math.Sqrt),
    ];

    private static IEnumerable<Function> Signs() =>
    [
        Of(
            "abs",
            Signature.Of(Returns.SameAs(0), Operators.Signs.NumberOrInterval),
            Rendering.Kernel(site => Kernels.Numbers.Signs.Absolute(site.Result))),
        Of(
            "signum",
            Signature.Of(
                Returns.Double,
                new TypeRule("double or interval", e => e.Type is YearMonthIntervalType or DayTimeIntervalType ? e.Type : Takes.Double.Coerce(e))),
            Rendering.Kernel(site => Kernels.Numbers.Signs.Of(site.Arguments[0])),
            "sign"),
    ];

    private static IEnumerable<Function> Bases() =>
    [
        Of("bin", Signature.Of(Returns.String, Takes.Long), Rendering.Kernel(NumberBases.Binary)),
        Of("conv", Signature.Of(Returns.String.MaybeNull(), Takes.String, Takes.Int, Takes.Int), Rendering.Kernel(NumberBases.InBase)),
        Of(
            "hex",
            Signature.Of(Returns.String, Takes.OneOf(SqlTypes.Long, SqlTypes.Binary, SqlTypes.String) with
            {
                // Numbers are written as 64 bits; what is neither number nor binary is written as its text.
                Coerce = e => e.Type is NumericType or NullType ? SqlTypes.Long : e.Type is BinaryType ? e.Type : Takes.String.Coerce(e),
            }),
            Rendering.Kernel(site => site.Arguments[0] switch
            {
                LongType => new Kernel((Func<long, string>)NumberBases.Hex),
                BinaryType => new Kernel((Func<byte[], string>)NumberBases.Hex),
                _ => new Kernel((Func<string, string>)NumberBases.Hex),
            })),
        Of("unhex", Signature.Of(Returns.Binary.MaybeNull(), Takes.String), Rendering.Kernel(NumberBases.Unhex)),
    ];

    private static IEnumerable<Function> Bits() =>
    [
        Of(
            "bit_count",
            Signature.Of(Returns.Int, new TypeRule(
                "a whole number or boolean", e => e.Type is BooleanType or StringType ? SqlTypes.Boolean : Operators.Signs.WholeNumber.Coerce(e))),
            Rendering.Kernel(site => Kernels.Numbers.Bits.Count(site.Arguments[0]))),
        Of(
            "bit_get",
            Signature.Of(Returns.Type(SqlTypes.Byte), Operators.Signs.WholeNumber, Takes.Int),
            Rendering.Kernel(site => Kernels.Numbers.Bits.Get(site.Arguments[0])),
            "getbit"),
        Shift("shiftleft", (x, by) => x << by, (x, by) => x << by),
        Shift("shiftright", (x, by) => x >> by, (x, by) => x >> by),
        Shift("shiftrightunsigned", (x, by) => x >>> by, (x, by) => x >>> by),
    ];

    // The library is a last digit off for some cubes, 27 among them.
    private static double CubeRoot(double x) => Math.Round(Math.Cbrt(x)) is var whole && whole * whole * whole == x ? whole : Math.Cbrt(x);

    private static Function Shift(string name, Func<int, int, int> ints, Func<long, int, long> longs) => Of(
        name,
        Signature.Of(Returns.SameAs(0), IntOrLong, Takes.Int),
        Rendering.Kernel(site => new Kernel(site.Arguments[0] is LongType ? longs : ints)));

    private static TypeRule Interval<T>()
        where T : DataType => new("interval", e => e.Type is T ? e.Type : null);

    private static Function OfDouble(string name, Func<double, double> function) =>
        Of(name, Signature.Of(Returns.Double, Takes.Double), Rendering.Kernel(function));

    private static Function OfDoubles(string name, Func<double, double, double> function, params string[] aliases) =>
        Of(name, Signature.Of(Returns.Double, Takes.Double, Takes.Double), Rendering.Kernel(function), aliases);

    private static Function Of(string name, Signature signature, Rendering duckDb, params string[] aliases) => new()
    {
        Name = name,
        Aliases = aliases.ToSeq(),
        Kind = FunctionKind.Scalar,
        Family = Family,
        Signature = signature,
        Spark = Rendering.Native(name),
        DuckDb = duckDb,
        CanFail = name is "abs" or "conv" or "bit_get",
    };
}
