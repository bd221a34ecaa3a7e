using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;

namespace SparkEtl.Spark.Catalogue;

/// <summary>A list of parameters, the last ones perhaps optional, the very last perhaps repeated.</summary>
internal sealed class FixedSignature(ResultRule result, Parameter[] parameters) : Signature
{
    private readonly int minimum = parameters.Count(p => !p.Optional && !p.Repeated);

    private readonly int maximum = parameters.Any(p => p.Repeated) ? int.MaxValue : parameters.Length;

    public override Resolution Resolve(string function, Seq<Expression> arguments)
    {
        if (arguments.Count < minimum || arguments.Count > maximum)
        {
            throw WrongCount(function, Describe(), arguments.Count);
        }

        var resolved = new List<Expression>(arguments.Count);
        for (var i = 0; i < Math.Max(arguments.Count, parameters.Length); i++)
        {
            var parameter = parameters[Math.Min(i, parameters.Length - 1)];
            if (i < arguments.Count)
            {
                resolved.Add(parameter.Accept(function, i, arguments[i]));
            }
            else if (parameter.Default is { } value)
            {
                resolved.Add(value);
            }
        }

        var all = resolved.ToSeq();
        return new Resolution(all, result.Type(all), result.Nullable(all));
    }

    public override string Describe()
    {
        var required = parameters.Where(p => !p.Optional && !p.Repeated).Select(p => p.Rule.Description);
        var optional = parameters.Where(p => p.Optional).Select(p => $"[{p.Rule.Description}]");
        var repeated = parameters.Where(p => p.Repeated).Select(p => $"{p.Rule.Description}...");
        return $"({string.Join(", ", required.Concat(optional).Concat(repeated))})";
    }
}
