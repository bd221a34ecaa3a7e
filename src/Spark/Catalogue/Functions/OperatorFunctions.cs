using SparkEtl.Spark.Catalogue.Functions.Operators;
using SparkEtl.Spark.Catalogue.Kernels.Casts;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions;

/// <summary>Arithmetic, comparison, logic and bit operators, the functions that are other names of them, and casts by the type's name.</summary>
internal static class OperatorFunctions
{
    private const string Family = "operator";

    public static IEnumerable<Function> All =>
    [
        .. Arithmetic(),
        .. Comparison(),
        .. Logic(),
        .. Bits(),
        .. NullTests(),
        .. Casts(),
    ];

    private static IEnumerable<Function> Arithmetic() =>
    [
        Infix(ArithmeticOperation.Add),
        Infix(ArithmeticOperation.Subtract),
        Infix(ArithmeticOperation.Multiply),
        Infix(ArithmeticOperation.Divide),
        Infix(ArithmeticOperation.IntegralDivide),
        Infix(ArithmeticOperation.Remainder, "mod"),
        Named("pmod", ArithmeticOperation.PositiveRemainder, false),
        Named("try_add", ArithmeticOperation.Add, true),
        Named("try_subtract", ArithmeticOperation.Subtract, true),
        Named("try_multiply", ArithmeticOperation.Multiply, true),
        Named("try_divide", ArithmeticOperation.Divide, true),
        Named("try_mod", ArithmeticOperation.Remainder, true, Rendering.Template("(CASE WHEN ({1} = 0) THEN NULL ELSE ({0} % {1}) END)")),
        new Function
        {
            Name = "negative",
            Kind = FunctionKind.Scalar,
            Family = Family,
            Signature = Signature.Of(Returns.SameAs(0), Signs.NumberOrInterval),
            Spark = Rendering.Template("(- {0})"),
            DuckDb = Rendering.Template("(-{0})"),
            CanFail = true,
        },
        new Function
        {
            Name = "positive",
            Kind = FunctionKind.Scalar,
            Family = Family,
            Signature = Signature.Of(Returns.SameAs(0), Signs.NumberOrInterval),
            Spark = Rendering.Template("(+ {0})"),
            DuckDb = Rendering.Rewrite((arguments, _) => arguments[0]),
        },
    ];

    private static IEnumerable<Function> Comparison() =>
    [
        Compare("=", Rendering.Template("({0} = {1})")),
        Compare("<", ComparisonRewrite.Order("<", sign => sign < 0)),
        Compare("<=", ComparisonRewrite.Order("<=", sign => sign <= 0)),
        Compare(">", ComparisonRewrite.Order(">", sign => sign > 0)),
        Compare(">=", ComparisonRewrite.Order(">=", sign => sign >= 0)),
        new Function
        {
            Name = "<=>",
            Aliases = ["equal_null"],
            Kind = FunctionKind.Scalar,
            Family = Family,
            Signature = new OperandSignature(OperandRule.Comparison, SqlTypes.Boolean, neverNull: true),
            Spark = Rendering.Template("({0} <=> {1})"),
            DuckDb = Rendering.Template("({0} IS NOT DISTINCT FROM {1})"),
        },
        new Function
        {
            Name = "between",
            Kind = FunctionKind.Scalar,
            Family = Family,
            Signature = new BetweenSignature(),
            Spark = Rendering.Text(c => c.Arguments.Count == 3
                ? $"({c.Arguments[0]} BETWEEN {c.Arguments[1]} AND {c.Arguments[2]})"
                : $"({c.Arguments[0]} >= {c.Arguments[1]} AND {c.Arguments[2]} <= {c.Arguments[3]})"),
            DuckDb = ComparisonRewrite.Between(),
        },
        new Function
        {
            Name = "in",
            Kind = FunctionKind.Scalar,
            Family = Family,
            Signature = new MembershipSignature(),
            Spark = Rendering.Text(Membership),
            DuckDb = Rendering.Text(Membership),
        },
    ];

    private static IEnumerable<Function> Logic() =>
    [
        Join("and", "AND"),
        Join("or", "OR"),
        new Function
        {
            Name = "not",
            Aliases = ["!"],
            Kind = FunctionKind.Scalar,
            Family = Family,
            Signature = Signature.Of(Returns.Boolean, Signs.Boolean),
            Spark = Rendering.Template("(NOT {0})"),
            DuckDb = Rendering.Template("(NOT {0})"),
        },
    ];

    private static IEnumerable<Function> Bits() =>
    [
        Bit("&", Rendering.Template("({0} & {1})")),
        Bit("|", Rendering.Template("({0} | {1})")),
        Bit("^", Rendering.Native("xor")),
        new Function
        {
            Name = "~",
            Kind = FunctionKind.Scalar,
            Family = Family,
            Signature = Signature.Of(Returns.SameAs(0), Signs.WholeNumber),
            Spark = Rendering.Template("(~ {0})"),
            DuckDb = Rendering.Template("(~{0})"),
        },
    ];

    private static IEnumerable<Function> NullTests() =>
    [
        Test("isnull", Want.Any, "({0} IS NULL)", "({0} IS NULL)"),
        Test("isnotnull", Want.Any, "({0} IS NOT NULL)", "({0} IS NOT NULL)"),
        Test("isnan", Signs.Fraction, "isnan({0})", "coalesce(isnan({0}), false)"),
    ];

    // Every atomic type is a function too, but for the intervals and timestamp_ntz.
    private static IEnumerable<Function> Casts() =>
    [
        Conversion("boolean", SqlTypes.Boolean),
        Conversion("tinyint", SqlTypes.Byte),
        Conversion("smallint", SqlTypes.Short),
        Conversion("int", SqlTypes.Integer),
        Conversion("bigint", SqlTypes.Long),
        Conversion("float", SqlTypes.Float),
        Conversion("double", SqlTypes.Double),
        Conversion("decimal", SqlTypes.Decimal(10, 0)),
        Conversion("date", SqlTypes.Date),
        Conversion("timestamp", SqlTypes.Timestamp),
        Conversion("binary", SqlTypes.Binary),
        Conversion("string", SqlTypes.String),
    ];

    private static Function Conversion(string name, DataType type) => new()
    {
        Name = name,
        Kind = FunctionKind.Scalar,
        Family = Family,
        Signature = Signature.Custom("(any)", (function, arguments) => arguments.Count != 1
            ? throw Signature.WrongCount(function, "1 argument", arguments.Count)
            : CastRules.Check(arguments[0].Type, type) is { } error
            ? throw new AnalysisException(error, $"There is no cast from {arguments[0].Type.SimpleString} to {type.SimpleString}.")
            : new Resolution(arguments, type, arguments[0].Nullable)),
        Spark = Rendering.Native(name),
        DuckDb = Rendering.Rewrite((arguments, to) => Coercion.CastTo(arguments[0], to)),
        CanFail = true,
    };

    private static Function Infix(ArithmeticOperation operation, params string[] aliases) => new()
    {
        Name = operation.Symbol,
        Aliases = aliases.ToSeq(),
        Kind = FunctionKind.Scalar,
        Family = Family,
        Signature = new ArithmeticSignature(operation),
        Spark = Rendering.Template($"({{0}} {operation.Symbol} {{1}})"),
        DuckDb = ArithmeticRewrite.For(operation),
        CanFail = true,
    };

    private static Function Named(string name, ArithmeticOperation operation, bool orNull, Rendering? spark = null) => new()
    {
        Name = name,
        Kind = FunctionKind.Scalar,
        Family = Family,
        Signature = new ArithmeticSignature(operation, orNull),
        Spark = spark ?? Rendering.Native(name),
        DuckDb = ArithmeticRewrite.For(operation, orNull),
        CanFail = true,
    };

    private static Function Compare(string symbol, Rendering duckDb) => new()
    {
        Name = symbol,
        Kind = FunctionKind.Scalar,
        Family = Family,
        Signature = new OperandSignature(OperandRule.Comparison, SqlTypes.Boolean),
        Spark = Rendering.Template($"({{0}} {symbol} {{1}})"),
        DuckDb = duckDb,
    };

    private static Function Join(string name, string keyword) => new()
    {
        Name = name,
        Kind = FunctionKind.Scalar,
        Family = Family,
        Signature = new OperandSignature(OperandRule.Logic, SqlTypes.Boolean),
        Spark = Rendering.Template($"({{0}} {keyword} {{1}})"),
        DuckDb = Rendering.Template($"({{0}} {keyword} {{1}})"),
    };

    private static Function Bit(string symbol, Rendering duckDb) => new()
    {
        Name = symbol,
        Kind = FunctionKind.Scalar,
        Family = Family,
        Signature = new OperandSignature(OperandRule.Bits),
        Spark = Rendering.Template($"({{0}} {symbol} {{1}})"),
        DuckDb = duckDb,
    };

    private static Function Test(string name, TypeRule operand, string spark, string duckDb) => new()
    {
        Name = name,
        Kind = FunctionKind.Scalar,
        Family = Family,
        Signature = Signature.Of(Returns.Boolean.NeverNull(), operand),
        Spark = Rendering.Template(spark),
        DuckDb = Rendering.Template(duckDb),
    };

    private static string Membership(RenderedCall call) => $"({call.Arguments[0]} IN ({string.Join(", ", call.Arguments.Skip(1))}))";
}
