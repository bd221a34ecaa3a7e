using SparkEtl.Spark.Catalogue.Kernels.Nested;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions.Operators;

/// <summary>How the embedded engine compares. Its own order of arrays and structs puts nulls inside them last, Spark's first.</summary>
internal static class ComparisonRewrite
{
    /// <summary><c>&lt; &lt;= &gt; &gt;=</c>; <paramref name="accepts"/> tells from the sign of a comparison.</summary>
    public static Rendering Order(string symbol, Func<int, bool> accepts)
    {
        var native = Primitive.Of($"native {symbol}", Rendering.Template($"({{0}} {symbol} {{1}})"));
        var kernel = Primitive.Of($"kernel {symbol}", Rendering.Kernel((object l, object r) => accepts(NestedOrder.Compare(l, r))));
        return Rendering.Rewrite((arguments, type) => Pick(arguments[0].Type, native, kernel).Call(type, arguments[0], arguments[1]));
    }

    /// <summary><c>between</c> of three arguments, or of four when the value is compared in two types.</summary>
    public static Rendering Between()
    {
        var native = Primitive.Of("native between", Rendering.Template("({0} BETWEEN {1} AND {2})"));
        return Rendering.Rewrite((arguments, type) =>
        {
            var (x, low, same, high) = (arguments[0], arguments[1], arguments.Count == 3 ? arguments[0] : arguments[2], arguments[^1]);
            if (arguments.Count == 3 && !IsNested(x.Type))
            {
                return native.Call(type, x, low, high);
            }

            return Named("and", type, Named(">=", type, x, low), Named("<=", type, same, high));
        });
    }

    public static bool IsNested(DataType type) => type is ArrayType or StructType;

    private static Function Pick(DataType type, Function native, Function kernel) => IsNested(type) ? kernel : native;

    private static Call Named(string name, DataType type, Expression left, Expression right) =>
        new(FunctionCatalogue.Get(name), [left, right], type, left.Nullable || right.Nullable);
}
