using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue;

/// <summary>A call that fits: its arguments with the implicit casts in place, and what it gives.</summary>
internal sealed record Resolution(Seq<Expression> Arguments, DataType Type, bool Nullable);

/// <summary>Which arguments a function takes. <see cref="Resolve"/> raises <see cref="AnalysisException"/> when they do not fit.</summary>
internal abstract class Signature
{
    /// <summary>Checks the arguments, adds the implicit casts and default arguments, and tells the result.</summary>
    /// <param name="function">The function's name, for errors.</param>
    /// <param name="arguments">The bound arguments as written.</param>
    public abstract Resolution Resolve(string function, Seq<Expression> arguments);

    /// <summary>The arguments in words, for docs and errors: <c>(string, int [, string])</c>.</summary>
    public abstract string Describe();

    /// <summary>A fixed list of parameters, the last ones perhaps optional or repeated.</summary>
    public static Signature Of(ResultRule result, params Parameter[] parameters) => new FixedSignature(result, parameters);

    /// <summary>The first of several signatures that the arguments fit without a cast, else the first that they fit with one.</summary>
    public static Signature OneOf(params Signature[] alternatives) => new AlternativeSignature(alternatives);

    /// <summary>The arguments are cast to their common type; the result is that type. <paramref name="minimum"/> arguments at least.</summary>
    public static Signature CommonType(int minimum, Func<Seq<Expression>, bool>? nullable = null, Func<DataType, DataType>? result = null) =>
        new CommonTypeSignature(minimum, nullable, result);

    /// <summary>Code decides.</summary>
    public static Signature Custom(string description, Func<string, Seq<Expression>, Resolution> resolve) => new CustomSignature(description, resolve);

    /// <summary>The error for a wrong number of arguments.</summary>
    public static AnalysisException WrongCount(string function, string expected, int actual) =>
        new("WRONG_NUM_ARGS.WITHOUT_SUGGESTION", $"The function {function} takes {expected}, got {actual} argument(s).");

    /// <summary>The error for an argument of a type that is not taken.</summary>
    public static AnalysisException WrongType(string function, int index, string expected, Expression argument) =>
        new(
            "DATATYPE_MISMATCH.UNEXPECTED_INPUT_TYPE",
            $"Argument {index + 1} of {function} must be {expected}, found {argument.Type.SimpleString}.");

    private sealed class CustomSignature(string description, Func<string, Seq<Expression>, Resolution> resolve) : Signature
    {
        public override Resolution Resolve(string function, Seq<Expression> arguments) => resolve(function, arguments);

        public override string Describe() => description;
    }
}
