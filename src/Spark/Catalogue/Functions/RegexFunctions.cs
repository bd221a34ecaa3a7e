using SparkEtl.Spark.Catalogue.Functions.Operators;
using SparkEtl.Spark.Catalogue.Functions.Strings;
using SparkEtl.Spark.Catalogue.Kernels.Patterns;
using SparkEtl.Spark.Catalogue.Kernels.Text;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions;

/// <summary>LIKE and regular expressions.</summary>
internal static class RegexFunctions
{
    private const string Family = "regex";
    private const string Escape = "\\";

    private static readonly ResultRule Strings = Returns.Type(SqlTypes.ArrayOf(SqlTypes.String));

    private static readonly Function NativeLike = Primitive.Of("native like", Rendering.Template("({0} LIKE {1} ESCAPE {2})"));

    private static readonly Function KernelLike = Primitive.Kernel("kernel like", Like);

    public static IEnumerable<Function> All =>
    [
        ScalarEntry.Of(Family, "like", LikeSignature(), Rendering.Rewrite(WriteLike), SparkLike("LIKE"), canFail: true),
        ScalarEntry.Of(
            Family,
            "ilike",
            LikeSignature(),
            Rendering.Kernel((string text, string pattern, string escape) => Like(Casing.ToLower(text), Casing.ToLower(pattern), escape)),
            SparkLike("ILIKE"),
            canFail: true),
        Of("rlike", Signature.Of(Returns.Boolean, Takes.String, Takes.String), k => k.Matches, "regexp", "regexp_like"),
        Of("regexp_replace", Signature.Custom("(string, string, string, [constant int])", Replace), k => k.Replace),
        Of("regexp_extract", Grouped(Returns.String), k => k.Extract),
        Of("regexp_extract_all", Grouped(Strings), k => k.ExtractAll),
        Of("regexp_count", Signature.Of(Returns.Int, Takes.String, Takes.String), k => k.Count),
        Of(
            "regexp_instr",
            Signature.Of(Returns.Int, Takes.String, Takes.String, Parameter.Option(Takes.Int, Literal.Of(0))),
            k => k.Position),
        Of("regexp_substr", Signature.Of(Returns.String.MaybeNull(), Takes.String, Takes.String), k => k.Substring),
        Of("split", Signature.Of(Strings, Takes.String, Takes.String, Parameter.Option(Takes.Int, Literal.Of(-1))), k => k.Split),
    ];

    private static Function Of(string name, Signature signature, Func<RegexKernels, Delegate> kernel, params string[] aliases) =>
        ScalarEntry.Of(Family, name, signature, Rendering.Kernel(_ => new Kernel(kernel(new RegexKernels()))), canFail: true, aliases: aliases.ToSeq());

    private static Signature Grouped(ResultRule result) =>
        Signature.Of(result, Takes.String, Takes.String, Parameter.Option(Takes.Int, Literal.Of(1)));

    private static Resolution Replace(string function, Seq<Expression> arguments)
    {
        var all = Signature.Of(Returns.String, Takes.String, Takes.String, Takes.String, Parameter.Option(Takes.Int, Literal.Of(1)))
            .Resolve(function, arguments);
        return Constants.Int(function, 3, all.Arguments[3]) is < 1 and var position
            ? throw new AnalysisException("DATATYPE_MISMATCH.VALUE_OUT_OF_RANGE", $"The position of {function} is counted from 1, found {position}.")
            : all;
    }

    private static Signature LikeSignature() => Signature.Custom("(string, string, [constant string])", (function, arguments) =>
    {
        var all = Signature.Of(Returns.Boolean, Takes.String, Takes.String, Parameter.Option(Takes.String, Literal.Of(Escape))).Resolve(function, arguments);
        return Accepts.ConstantText(function, 2, all.Arguments[2]) is { } escape && CodePoints.Count(escape) == 1
            ? all
            : throw new AnalysisException("INVALID_ESCAPE_CHAR", $"The escape of {function} must be one character.");
    });

    private static bool Like(string text, string pattern, string escape) => LikePattern.Matches(text, pattern, escape[0]);

    // A constant pattern without mistakes means the same to the embedded engine, which can look it up in statistics.
    private static Call WriteLike(Seq<Expression> arguments, DataType type) =>
        (Constants.TryText(arguments[1], out var pattern) && Constants.TryText(arguments[2], out var escape)
            && pattern is not null && LikePattern.IsValid(pattern, escape![0]) && escape[0] < 128
            ? NativeLike
            : KernelLike).Call(type, arguments);

    private static Rendering SparkLike(string word) => Rendering.Text(c => Constants.TryText(c.Expressions[2], out var escape) && escape == Escape
        ? $"({c.Arguments[0]} {word} {c.Arguments[1]})"
        : $"({c.Arguments[0]} {word} {c.Arguments[1]} ESCAPE {c.Arguments[2]})");
}
