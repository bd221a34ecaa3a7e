using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions.Operators;

/// <summary>The decimal that an operation on two decimals gives (Spark with allowPrecisionLoss).</summary>
internal static class DecimalResults
{
    public static DecimalType Sum(DecimalType left, DecimalType right)
    {
        var scale = Math.Max(left.Scale, right.Scale);
        return Coercion.Adjusted(Math.Max(Whole(left), Whole(right)) + scale + 1, scale);
    }

    public static DecimalType Product(DecimalType left, DecimalType right) =>
        Coercion.Adjusted(left.Precision + right.Precision + 1, left.Scale + right.Scale);

    public static DecimalType Quotient(DecimalType left, DecimalType right)
    {
        var scale = Math.Max(6, left.Scale + right.Precision + 1);
        return Coercion.Adjusted(Whole(left) + right.Scale + scale, scale);
    }

    /// <summary>What the whole quotient must fit before it becomes a bigint.</summary>
    public static DecimalType WholeQuotient(DecimalType left, DecimalType right) =>
        Coercion.Bounded(Math.Max(1, Whole(left) + right.Scale), 0);

    public static DecimalType Remainder(DecimalType left, DecimalType right)
    {
        var scale = Math.Max(left.Scale, right.Scale);
        return Coercion.Adjusted(Math.Max(1, Math.Min(Whole(left), Whole(right)) + scale), scale);
    }

    private static int Whole(DecimalType type) => type.Precision - type.Scale;
}
