using SparkEtl.Spark.Catalogue.Kernels.Casts;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;

namespace SparkEtl.Spark.Catalogue.Functions;

/// <summary>
/// The value of an expression that stands on no row, computed here: for arguments that decide a type or an option. Values are boxed as for
/// <see cref="Kernel"/>, decimals as <see cref="DecimalValue"/>.
/// </summary>
internal static class ConstantValue
{
    /// <summary>False when the expression depends on a row, or on a function that only an engine has.</summary>
    public static bool TryEvaluate(Expression expression, out object? value)
    {
        value = null;
        switch (expression)
        {
            case Literal literal:
                value = literal.Value;
                return true;
            case Alias alias:
                return TryEvaluate(alias.Of, out value);
            case Cast cast:
                return TryEvaluate(cast.Of, out var of) && TryCast(cast, of, out value);
            case Call { Function: { Kind: FunctionKind.Scalar, Deterministic: true } } call:
                var values = new object?[call.Arguments.Count];
                for (var i = 0; i < values.Length; i++)
                {
                    if (!TryEvaluate(call.Arguments[i], out values[i]))
                    {
                        return false;
                    }
                }

                return TryCall(call, values, out value);
            default:
                return false;
        }
    }

    private static bool TryCast(Cast cast, object? of, out object? value)
    {
        value = null;
        if (of is null)
        {
            return true;
        }

        if (CastKernels.Find(new CastSite(cast.Of.Type, cast.To, cast.Try)) is not { } conversion)
        {
            return false;
        }

        value = conversion.Boxed(of);
        return true;
    }

    private static bool TryCall(Call call, object?[] values, out object? value)
    {
        value = null;
        switch (call.Function.Name)
        {
            case "array" or "named_struct" or "struct":
                value = call.Function.Name == "named_struct" ? values.Where((_, i) => i % 2 == 1).ToArray() : values;
                return true;
            case "map":
                value = values.Chunk(2).Select(e => KeyValuePair.Create(e[0]!, e[1])).ToArray();
                return true;
            case "concat" when values.All(v => v is string or null):
                value = values.Contains(null) ? null : string.Concat(values);
                return true;
            default:
                return TryKernel(call, values, out value);
        }
    }

    private static bool TryKernel(Call call, object?[] values, out object? value)
    {
        value = null;
        if (call.Function.DuckDb is Rendering.NodeComposition composition)
        {
            return composition.Replace(call.Arguments, call.Type) is var other && other != call && TryEvaluate(other, out value);
        }

        if (call.Function.DuckDb is not Rendering.ScalarKernel rendering || values.Any(v => v is DecimalValue) || call.Type is Sql.Types.DecimalType)
        {
            return false;
        }

        var kernel = rendering.Make(new KernelSite(call.Arguments.Map(a => a.Type), call.Type));
        if (kernel.SeesNulls || !values.Contains(null))
        {
            value = Invoke(kernel, values);
        }

        return true;
    }

    private static object? Invoke(Kernel kernel, object?[] values)
    {
        try
        {
            return kernel.Function.DynamicInvoke(kernel.Variadic ? [values] : values);
        }
        catch (System.Reflection.TargetInvocationException e)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(e.InnerException!);
            throw;
        }
    }
}
