using SparkEtl.Spark.Catalogue.Functions.Operators;
using SparkEtl.Spark.Catalogue.Kernels.Nested;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions;

/// <summary>Choices: by condition, by null, by order.</summary>
internal static class ConditionalFunctions
{
    private const string Family = "conditional";

    public static IEnumerable<Function> All =>
    [
        Of("coalesce", new WidestSignature(1, CommonTypes.Wider, a => a.All(e => e.Nullable)), Rendering.Native("coalesce"), Rendering.Native("coalesce")),
        Of("nvl", Two(CommonTypes.Wider, a => a.All(e => e.Nullable)), Rendering.Native("nvl"), Rendering.Native("coalesce"), "ifnull"),
        Of("if", Signature.Custom("(boolean, value, value)", If), Rendering.Template("if({*})"), Choice("{0}", "{1}", "{2}"), "iff"),
        Of("nvl2", Signature.Custom("(any, value, value)", IfNotNull), Rendering.Native("nvl2"), Choice("{0} IS NOT NULL", "{1}", "{2}")),
        Of("nullif", Signature.Custom("(value, value)", NullIf), Rendering.Text(NullIfText), Rendering.Text(NullIfText)),
        Of("nullifzero", Signature.Custom("(number)", NullIfZero), Rendering.Text(NullIfText), Rendering.Text(NullIfText)),
        Of("zeroifnull", Signature.Custom("(number)", ZeroIfNull), Rendering.Template("coalesce({0}, {1})"), Rendering.Template("coalesce({0}, {1})")),
        Of("nanvl", Signature.Custom("(double, double)", NanOr), Rendering.Native("nanvl"), Rendering.Kernel(NanOrKernel)),
        Extreme("greatest", sign => sign > 0),
        Extreme("least", sign => sign < 0),
    ];

    private static Function Of(string name, Signature signature, Rendering spark, Rendering duckDb, params string[] aliases) => new()
    {
        Name = name,
        Aliases = aliases.ToSeq(),
        Kind = FunctionKind.Scalar,
        Family = Family,
        Signature = signature,
        Spark = spark,
        DuckDb = duckDb,
    };

    private static Function Extreme(string name, Func<int, bool> wins)
    {
        var native = Primitive.Of($"native {name}", Rendering.Native(name));
        var kernel = Primitive.Of($"kernel {name}", Rendering.Kernel(_ => new Kernel((object?[] values) => Best(values, wins)) { SeesNulls = true, Variadic = true }));
        return Of(
            name,
            new WidestSignature(2, CommonTypes.WiderWithoutStrings, a => a.All(e => e.Nullable)) { Ordered = true },
            Rendering.Native(name),
            Rendering.Rewrite((a, type) => new Call(ComparisonRewrite.IsNested(type) ? kernel : native, a, type, true)));
    }

    private static object? Best(object?[] values, Func<int, bool> wins) =>
        values.Aggregate((object?)null, (best, value) => value is not null && (best is null || wins(NestedOrder.Compare(value, best))) ? value : best);

    private static WidestSignature Two(Func<Seq<Expression>, DataType?> common, Func<Seq<Expression>, bool> nullable) =>
        new(2, common, nullable) { Maximum = 2 };

    private static Rendering Choice(string condition, string then, string otherwise) =>
        Rendering.Template($"(CASE WHEN {condition} THEN {then} ELSE {otherwise} END)");

    private static Resolution If(string function, Seq<Expression> arguments)
    {
        Count(function, arguments, 3);
        if (arguments[0].Type is not (BooleanType or NullType))
        {
            throw Signature.WrongType(function, 0, "boolean", arguments[0]);
        }

        Seq<Expression> values = [arguments[1], arguments[2]];
        var type = CommonTypes.Wider(values) ?? throw CommonTypes.Differ(function, values);
        return Cast(type, values.Any(v => v.Nullable), Coercion.CastTo(arguments[0], SqlTypes.Boolean), Coercion.CastTo(arguments[1], type), Coercion.CastTo(arguments[2], type));
    }

    private static Resolution IfNotNull(string function, Seq<Expression> arguments)
    {
        Count(function, arguments, 3);
        Seq<Expression> values = [arguments[1], arguments[2]];
        var type = CommonTypes.Wider(values) ?? throw CommonTypes.Differ(function, values);
        return Cast(type, values.Any(v => v.Nullable), arguments[0], Coercion.CastTo(arguments[1], type), Coercion.CastTo(arguments[2], type));
    }

    // The value keeps its own type, whatever it is compared in: then it stands first once more, as it is compared.
    private static Resolution NullIf(string function, Seq<Expression> arguments)
    {
        Count(function, arguments, 2);
        var (left, right) = OperandCoercion.Coerce("=", OperandRule.Comparison, arguments[0], arguments[1]);
        return Coercion.SameShape(left.Type, arguments[0].Type)
            ? Cast(left.Type, true, left, right)
            : Cast(arguments[0].Type, true, arguments[0], left, right);
    }

    private static string NullIfText(RenderedCall call) => call.Arguments.Count == 2
        ? $"nullif({call.Arguments[0]}, {call.Arguments[1]})"
        : $"(CASE WHEN {call.Arguments[1]} = {call.Arguments[2]} THEN NULL ELSE {call.Arguments[0]} END)";

    private static Resolution NullIfZero(string function, Seq<Expression> arguments)
    {
        Count(function, arguments, 1);
        return NullIf(function, [arguments[0], Literal.Of(0)]);
    }

    private static Resolution ZeroIfNull(string function, Seq<Expression> arguments)
    {
        Count(function, arguments, 1);
        Seq<Expression> values = [arguments[0], Literal.Of(0)];
        var type = CommonTypes.Wider(values) ?? throw CommonTypes.Differ(function, values);
        return Cast(type, false, Coercion.CastTo(arguments[0], type), Coercion.CastTo(values[1], type));
    }

    private static Resolution NanOr(string function, Seq<Expression> arguments)
    {
        Count(function, arguments, 2);
        var both = arguments.Select((a, i) => Signs.Fraction.Coerce(a) ?? throw Signature.WrongType(function, i, Signs.Fraction.Description, a)).ToSeq();

        // An untyped null takes the type of the value before it.
        var type = both[0].Equals(both[1]) || arguments[1].Type is NullType ? both[0] : SqlTypes.Double;
        return Cast(type, arguments.Any(a => a.Nullable), Coercion.CastTo(arguments[0], type), Coercion.CastTo(arguments[1], type));
    }

    private static Kernel NanOrKernel(KernelSite site) => site.Result is FloatType
        ? new Kernel((float? value, float? other) => value is { } v && float.IsNaN(v) ? other : value) { SeesNulls = true }
        : new Kernel((double? value, double? other) => value is { } v && double.IsNaN(v) ? other : value) { SeesNulls = true };

    private static Resolution Cast(DataType type, bool nullable, params Expression[] arguments) => new(arguments.ToSeq(), type, nullable);

    private static void Count(string function, Seq<Expression> arguments, int expected)
    {
        if (arguments.Count != expected)
        {
            throw Signature.WrongCount(function, $"{expected} argument(s)", arguments.Count);
        }
    }
}
