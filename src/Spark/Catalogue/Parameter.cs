using SparkEtl.Spark.Plan.Expressions;

namespace SparkEtl.Spark.Catalogue;

/// <summary>One parameter of a function.</summary>
internal sealed record Parameter(TypeRule Rule)
{
    /// <summary>May be left out; <see cref="Default"/> then stands for it, or nothing when that is null.</summary>
    public bool Optional { get; init; }

    public Literal? Default { get; init; }

    /// <summary>Any number of times, none included.</summary>
    public bool Repeated { get; init; }

    public static implicit operator Parameter(TypeRule rule) => new(rule);

    public static Parameter Option(TypeRule rule, Literal? @default = null) => new(rule) { Optional = true, Default = @default };

    public static Parameter Many(TypeRule rule) => new(rule) { Repeated = true };

    /// <summary>The argument, cast to what the function works on.</summary>
    public Expression Accept(string function, int index, Expression argument)
    {
        if (argument is Lambda)
        {
            return argument;
        }

        var target = Rule.Coerce(argument) ?? throw Signature.WrongType(function, index, Rule.Description, argument);
        return Coercion.CastTo(argument, target);
    }
}
