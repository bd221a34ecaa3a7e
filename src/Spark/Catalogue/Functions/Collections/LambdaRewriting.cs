using SparkEtl.Spark.Catalogue.Functions.Operators;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions.Collections;

/// <summary>Lambdas over other parameters.</summary>
internal static class LambdaRewriting
{
    private static readonly Function FromOne = Primitive.Of("index from zero", Rendering.Template("CAST({0} - 1 AS INTEGER)"));

    public static LambdaVariable Variable(DataType type) => new(new AttributeId(), "x", type, true);

    /// <summary>The body with other expressions in place of the parameters.</summary>
    public static Expression Replace(Lambda lambda, params Expression[] parameters) => lambda.Body.Rewrite(node =>
        node is LambdaVariable variable && IndexOf(lambda, variable) is >= 0 and var index ? parameters[index] : null);

    /// <summary>A lambda of one parameter, a struct, whose fields stand for the parameters of this one.</summary>
    public static Lambda OverFields(Lambda lambda, StructType row)
    {
        var variable = Variable(row);
        return new Lambda([variable], Replace(lambda, [.. lambda.Parameters.Select((_, i) => new GetField(variable, i))]));
    }

    /// <summary>A lambda whose second parameter, if it has one, is a position from 1 where this one's is from 0.</summary>
    public static Lambda CountFromZero(Lambda lambda)
    {
        if (lambda.Parameters.Count < 2)
        {
            return lambda;
        }

        var position = Variable(SqlTypes.Long);
        return new Lambda(
            [lambda.Parameters[0], position], Replace(lambda, lambda.Parameters[0], FromOne.Call(SqlTypes.Integer, position)));
    }

    private static int IndexOf(Lambda lambda, LambdaVariable variable)
    {
        for (var i = 0; i < lambda.Parameters.Count; i++)
        {
            if (ReferenceEquals(lambda.Parameters[i].Id, variable.Id))
            {
                return i;
            }
        }

        return -1;
    }
}
