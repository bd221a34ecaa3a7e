using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions.Collections;

/// <summary>
/// Types of the parameters of lambdas, from the bound arguments, the lambda's position and the number of parameters it is written with.
/// </summary>
internal static class LambdaParameters
{
    public static Seq<(DataType Type, bool Nullable)> Element(Seq<Expression> bound, int index, int written) =>
        LambdaSignature.ArrayType(bound, 0) is { } array ? [(array.ElementType, array.ContainsNull)] : [];

    public static Seq<(DataType Type, bool Nullable)> ElementAndIndex(Seq<Expression> bound, int index, int written) =>
        written == 2 && LambdaSignature.ArrayType(bound, 0) is not null
            ? Element(bound, index, written).Add((SqlTypes.Integer, false))
            : Element(bound, index, written);

    public static Seq<(DataType Type, bool Nullable)> TwoOfOne(Seq<Expression> bound, int index, int written) =>
        Element(bound, index, written) is { Count: 1 } one ? one.AddRange(one) : [];

    public static Seq<(DataType Type, bool Nullable)> TwoElements(Seq<Expression> bound, int index, int written) =>
        LambdaSignature.ArrayType(bound, 0) is { } left && LambdaSignature.ArrayType(bound, 1) is { } right
            ? [(left.ElementType, true), (right.ElementType, true)]
            : [];

    // The third argument merges, the fourth finishes.
    public static Seq<(DataType Type, bool Nullable)> AccumulatorAndElement(Seq<Expression> bound, int index, int written) =>
        bound.Count < 2 || LambdaSignature.ArrayType(bound, 0) is not { } array ? []
        : index == 3 ? [(bound[1].Type, true)]
        : [(bound[1].Type, true), (array.ElementType, array.ContainsNull)];

    public static Seq<(DataType Type, bool Nullable)> KeyAndValue(Seq<Expression> bound, int index, int written) =>
        LambdaSignature.MapType(bound, 0) is { } map ? [(map.KeyType, false), (map.ValueType, map.ValueContainsNull)] : [];

    public static Seq<(DataType Type, bool Nullable)> KeyAndTwoValues(Seq<Expression> bound, int index, int written) =>
        LambdaSignature.MapType(bound, 0) is { } left && LambdaSignature.MapType(bound, 1) is { } right
            ? [(CollectionSignature.Common(left.KeyType, right.KeyType) ?? left.KeyType, false), (left.ValueType, true), (right.ValueType, true)]
            : [];
}
