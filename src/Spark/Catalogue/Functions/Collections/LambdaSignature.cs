using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions.Collections;

/// <summary>What functions that take lambdas ask of their arguments.</summary>
internal static class LambdaSignature
{
    /// <summary>The argument's type when it is an array; an untyped null is an array of nulls.</summary>
    public static ArrayType? ArrayType(Seq<Expression> arguments, int index) => index >= arguments.Count ? null : arguments[index].Type switch
    {
        ArrayType array => array,
        NullType => SqlTypes.ArrayOf(SqlTypes.Null),
        _ => null,
    };

    /// <summary>The argument's type when it is a map.</summary>
    public static MapType? MapType(Seq<Expression> arguments, int index) => index >= arguments.Count ? null : arguments[index].Type switch
    {
        MapType map => map,
        NullType => SqlTypes.MapOf(SqlTypes.Null, SqlTypes.Null),
        _ => null,
    };

    public static ArrayType RequireArray(string function, Seq<Expression> arguments, int index) =>
        ArrayType(arguments, index) ?? throw Signature.WrongType(function, index, "array", arguments[index]);

    public static MapType RequireMap(string function, Seq<Expression> arguments, int index) =>
        MapType(arguments, index) ?? throw Signature.WrongType(function, index, "map", arguments[index]);

    /// <summary>The lambda among so many arguments.</summary>
    public static Lambda Require(string function, Seq<Expression> arguments, int count, int index)
    {
        if (arguments.Count != count)
        {
            throw Signature.WrongCount(function, $"{count} arguments", arguments.Count);
        }

        return arguments[index] as Lambda ?? throw new AnalysisException(
            "INVALID_LAMBDA_FUNCTION_CALL.PARAMETER_DOES_NOT_ACCEPT_LAMBDA_FUNCTION",
            $"Argument {index + 1} of {function} must be a lambda function, such as x -> x + 1, found {arguments[index].Type.SimpleString}.");
    }

    /// <summary>The arguments, their last one a lambda that tells true from false.</summary>
    public static Seq<Expression> RequireBoolean(string function, Seq<Expression> arguments, int index)
    {
        var lambda = Require(function, arguments, index + 1, index);
        var type = lambda.Type switch
        {
            BooleanType or NullType => SqlTypes.Boolean,
            _ => throw Signature.WrongType(function, index, "a lambda that gives a boolean", lambda),
        };
        return arguments.Take(index).Append(lambda with { Body = Coercion.CastTo(lambda.Body, type) }).ToSeq();
    }
}
