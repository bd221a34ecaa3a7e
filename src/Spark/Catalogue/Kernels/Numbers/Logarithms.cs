namespace SparkEtl.Spark.Catalogue.Kernels.Numbers;

/// <summary>Logarithms: null where there is none. The inverse hyperbolic functions are the formulas Spark has, with their loss of digits.</summary>
internal static class Logarithms
{
    private static readonly double LogOfTwo = Math.Log(2);

    public static double? Natural(double x) => x <= 0 ? null : Math.Log(x);

    public static double? Base10(double x) => x <= 0 ? null : Math.Log10(x);

    public static double? Base2(double x) => x <= 0 ? null : Math.Log(x) / LogOfTwo;

    public static double? OfOnePlus(double x) => x <= -1 ? null : double.LogP1(x);

    public static double? ToBase(double b, double x) => b <= 0 || x <= 0 ? null : Math.Log(x) / Math.Log(b);

    public static double Acosh(double x) => Math.Log(x + Math.Sqrt((x * x) - 1));

    public static double Asinh(double x) => double.IsNegativeInfinity(x) ? x : Math.Log(x + Math.Sqrt((x * x) + 1));

    public static double Atanh(double x) => 0.5 * (double.LogP1(x) - double.LogP1(-x));
}
