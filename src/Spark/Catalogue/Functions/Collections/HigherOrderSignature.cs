using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions.Collections;

/// <summary>What each function that takes lambdas accepts and gives.</summary>
internal static class HigherOrderSignature
{
    public static Resolution Transform(string function, Seq<Expression> arguments)
    {
        var body = LambdaSignature.Require(function, arguments, 2, 1);
        _ = LambdaSignature.RequireArray(function, arguments, 0);
        return new Resolution(arguments, SqlTypes.ArrayOf(body.Type, body.Nullable), arguments[0].Nullable);
    }

    public static Resolution Filter(string function, Seq<Expression> arguments)
    {
        arguments = LambdaSignature.RequireBoolean(function, arguments, 1);
        return new Resolution(arguments, LambdaSignature.RequireArray(function, arguments, 0), arguments[0].Nullable);
    }

    public static Resolution Test(string function, Seq<Expression> arguments)
    {
        arguments = LambdaSignature.RequireBoolean(function, arguments, 1);
        _ = LambdaSignature.RequireArray(function, arguments, 0);
        return new Resolution(arguments, SqlTypes.Boolean, arguments[0].Nullable || ((Lambda)arguments[1]).Nullable);
    }

    public static Resolution Aggregate(string function, Seq<Expression> arguments)
    {
        if (arguments.Count is < 3 or > 4)
        {
            throw Signature.WrongCount(function, "(array, start, merge [, finish])", arguments.Count);
        }

        _ = LambdaSignature.RequireArray(function, arguments, 0);
        var merge = LambdaSignature.Require(function, arguments, arguments.Count, 2);
        var type = arguments[1].Type;
        if (merge.Body.Type is not NullType && !Coercion.SameShape(merge.Body.Type, type))
        {
            throw new AnalysisException(
                "DATATYPE_MISMATCH.UNEXPECTED_INPUT_TYPE",
                $"The merging function of {function} must give the start's type, {type.SimpleString}, found {merge.Type.SimpleString}. Cast the start or the result.");
        }

        arguments = arguments.Select((a, i) => i == 2 ? merge with { Body = Coercion.CastTo(merge.Body, type) } : a).ToSeq();
        return arguments.Count == 3
            ? new Resolution(arguments, type, true)
            : new Resolution(arguments, LambdaSignature.Require(function, arguments, 4, 3).Type, true);
    }

    public static Resolution ZipWith(string function, Seq<Expression> arguments)
    {
        var body = LambdaSignature.Require(function, arguments, 3, 2);
        _ = LambdaSignature.RequireArray(function, arguments, 0);
        _ = LambdaSignature.RequireArray(function, arguments, 1);
        return new Resolution(arguments, SqlTypes.ArrayOf(body.Type, body.Nullable), arguments[0].Nullable || arguments[1].Nullable);
    }

    public static Resolution Sort(string function, Seq<Expression> arguments)
    {
        if (arguments.Count is < 1 or > 2)
        {
            throw Signature.WrongCount(function, "(array [, comparator])", arguments.Count);
        }

        var array = LambdaSignature.RequireArray(function, arguments, 0);
        if (arguments.Count == 1)
        {
            CollectionSignature.RequireOrder(function, array.ElementType, ordered: true);
            return new Resolution([CollectionSignature.ArrayOf(function, 0, arguments[0])], array, arguments[0].Nullable);
        }

        return LambdaSignature.Require(function, arguments, 2, 1).Type is IntegerType
            ? new Resolution(arguments, array, arguments[0].Nullable)
            : throw new AnalysisException(
                "DATATYPE_MISMATCH.UNEXPECTED_RETURN_TYPE", $"The comparator of {function} must give an int, found {arguments[1].Type.SimpleString}.");
    }

    public static Resolution MapFilter(string function, Seq<Expression> arguments)
    {
        arguments = LambdaSignature.RequireBoolean(function, arguments, 1);
        return new Resolution(arguments, LambdaSignature.RequireMap(function, arguments, 0), arguments[0].Nullable);
    }

    public static Resolution TransformKeys(string function, Seq<Expression> arguments)
    {
        var body = LambdaSignature.Require(function, arguments, 2, 1);
        var map = LambdaSignature.RequireMap(function, arguments, 0);
        MapFunctions.RequireKey(function, body.Type);
        return new Resolution(arguments, SqlTypes.MapOf(body.Type, map.ValueType, map.ValueContainsNull), arguments[0].Nullable);
    }

    public static Resolution TransformValues(string function, Seq<Expression> arguments)
    {
        var body = LambdaSignature.Require(function, arguments, 2, 1);
        var map = LambdaSignature.RequireMap(function, arguments, 0);
        return new Resolution(arguments, SqlTypes.MapOf(map.KeyType, body.Type, body.Nullable), arguments[0].Nullable);
    }

    public static Resolution MapZipWith(string function, Seq<Expression> arguments)
    {
        var body = LambdaSignature.Require(function, arguments, 3, 2);
        var (left, right) = (LambdaSignature.RequireMap(function, arguments, 0), LambdaSignature.RequireMap(function, arguments, 1));
        var key = CollectionSignature.Common(left.KeyType, right.KeyType) ?? throw new AnalysisException(
            "DATATYPE_MISMATCH.MAP_ZIP_WITH_DIFF_TYPES",
            $"The maps of {function} must have one type of keys, found {left.KeyType.SimpleString} and {right.KeyType.SimpleString}.");
        return new Resolution(
            [
                Coercion.CastTo(arguments[0], SqlTypes.MapOf(key, left.ValueType, left.ValueContainsNull)),
                Coercion.CastTo(arguments[1], SqlTypes.MapOf(key, right.ValueType, right.ValueContainsNull)),
                arguments[2],
            ],
            SqlTypes.MapOf(key, body.Type, body.Nullable),
            arguments[0].Nullable || arguments[1].Nullable);
    }
}
