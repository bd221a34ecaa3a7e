namespace SparkEtl.Spark.Catalogue.Kernels.Numbers;

/// <summary>Factorials that fit 64 bits.</summary>
internal static class Factorial
{
    /// <summary>Null outside of 0 to 20.</summary>
    public static long? Of(int n)
    {
        if (n is < 0 or > 20)
        {
            return null;
        }

        var product = 1L;
        for (var i = 2; i <= n; i++)
        {
            product *= i;
        }

        return product;
    }
}
