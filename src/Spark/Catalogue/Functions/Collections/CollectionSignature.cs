using SparkEtl.Spark.Catalogue.Functions.Operators;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions.Collections;

/// <summary>Signatures of functions of arrays: what they take, brought to the types they have in common.</summary>
internal static class CollectionSignature
{
    /// <summary>One array, then other parameters. <paramref name="ordered"/>: its elements must have an order.</summary>
    public static Signature OfArray(Func<ArrayType, Seq<Expression>, (DataType Type, bool Nullable)> result, bool ordered, params Parameter[] others)
    {
        var fixedPart = Signature.Of(Returns.SameAs(0), [Want.Array, .. others]);
        return Signature.Custom(fixedPart.Describe(), (function, arguments) =>
        {
            var resolved = fixedPart.Resolve(function, arguments).Arguments;
            var array = (ArrayType)resolved[0].Type;
            RequireOrder(function, array.ElementType, ordered);
            var (type, nullable) = result(array, resolved);
            return new Resolution(resolved, type, nullable);
        });
    }

    /// <summary>An array and a value that is brought to the type of its elements, or they to its type.</summary>
    public static Signature OfArrayAndElement(Func<ArrayType, Expression, bool, (DataType Type, bool Nullable)> result, bool ordered, bool takesNullLiteral = true) =>
        Signature.Custom("(array, element)", (function, arguments) =>
        {
            RequireCount(function, "(array, element)", arguments, 2);
            var (array, element) = ArrayAndElement(function, arguments[0], arguments[1], takesNullLiteral);
            var type = (ArrayType)array.Type;
            RequireOrder(function, type.ElementType, ordered);
            var (resultType, nullable) = result(type, element, array.Nullable);
            return new Resolution([array, element], resultType, nullable);
        });

    /// <summary>Two arrays, brought to one type of elements.</summary>
    public static Signature OfTwoArrays(Func<ArrayType, ArrayType, (DataType Type, bool Nullable)> result) =>
        Signature.Custom("(array, array)", (function, arguments) =>
        {
            RequireCount(function, "(array, array)", arguments, 2);
            var (left, right) = (ArrayOf(function, 0, arguments[0]), ArrayOf(function, 1, arguments[1]));
            var (l, r) = ((ArrayType)left.Type, (ArrayType)right.Type);
            var element = Common(l.ElementType, r.ElementType) ?? throw new AnalysisException(
                "DATATYPE_MISMATCH.BINARY_ARRAY_DIFF_TYPES",
                $"The arrays of {function} must hold one type, found {l.SimpleString} and {r.SimpleString}. Cast one of them.");
            RequireOrder(function, element, ordered: true);
            (l, r) = (new ArrayType(element, l.ContainsNull), new ArrayType(element, r.ContainsNull));
            (left, right) = (Coercion.CastTo(left, l), Coercion.CastTo(right, r));
            var (type, nullable) = result(l, r);
            return new Resolution([left, right], type, nullable || left.Nullable || right.Nullable);
        });

    /// <summary>The array and the element in one type.</summary>
    public static (Expression Array, Expression Element) ArrayAndElement(string function, Expression array, Expression element, bool takesNullLiteral = true)
    {
        if (!takesNullLiteral && (array.Type is NullType || element.Type is NullType))
        {
            throw new AnalysisException(
                "DATATYPE_MISMATCH.NULL_TYPE", $"{function} cannot tell the type of null. Cast it, as in cast(null as int).");
        }

        array = ArrayOf(function, 0, array);
        var type = (ArrayType)array.Type;
        var common = Common(type.ElementType, element.Type) ?? throw new AnalysisException(
            "DATATYPE_MISMATCH.ARRAY_FUNCTION_DIFF_TYPES",
            $"{function} takes an array and a value of its elements' type, found {type.SimpleString} and {element.Type.SimpleString}. Cast one of them.");
        return (Coercion.CastTo(array, new ArrayType(common, type.ContainsNull)), Coercion.CastTo(element, common));
    }

    /// <summary>The argument as an array; an untyped null is one too.</summary>
    public static Expression ArrayOf(string function, int index, Expression argument) => ((Parameter)Want.Array).Accept(function, index, argument);

    /// <summary>The type two kinds of elements have in common; text has none with anything else.</summary>
    public static DataType? Common(DataType left, DataType right) =>
        CommonTypes.WiderWithoutStrings([Literal.Null(left), Literal.Null(right)]);

    public static void RequireCount(string function, string expected, Seq<Expression> arguments, int count)
    {
        if (arguments.Count != count)
        {
            throw Signature.WrongCount(function, expected, arguments.Count);
        }
    }

    public static void RequireOrder(string function, DataType type, bool ordered)
    {
        if (ordered && !Coercion.IsOrderable(type))
        {
            throw new AnalysisException(
                "DATATYPE_MISMATCH.INVALID_ORDERING_TYPE", $"{function} compares values, and {type.SimpleString} has no order. Compare a map by its entries.");
        }
    }
}
