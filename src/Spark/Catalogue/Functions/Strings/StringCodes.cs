using SparkEtl.Spark.Catalogue.Functions.Operators;
using SparkEtl.Spark.Catalogue.Kernels.Text;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions.Strings;

/// <summary>Strings as codes and binaries, and back: character sets, base64, hex, URLs.</summary>
internal static class StringCodes
{
    private const string CharsetNote = "Character sets: US-ASCII, ISO-8859-1, UTF-8, UTF-16BE, UTF-16LE, UTF-16. What one has no code for is an error, as in Spark 4.";

    public static IEnumerable<Function> All =>
    [
        StringFunctions.Of("chr", Signature.Of(Returns.String, Takes.Long), Rendering.Kernel(Characters.FromCode), aliases: ["char"]),
        StringFunctions.Of("base64", Signature.Of(Returns.String, Accepts.Binary), Rendering.Kernel(Base64Text.Encode)),
        StringFunctions.Of("unbase64", Signature.Of(Returns.Binary, Takes.String), Rendering.Kernel(Base64Text.Decode), canFail: true),
        StringFunctions.Of(
            "encode", Signature.Of(Returns.Binary, Takes.String, Takes.String), Rendering.Kernel(Charsets.Encode), canFail: true, note: CharsetNote),
        StringFunctions.Of(
            "decode",
            Signature.Custom("(binary, string) or (any, any, any, ... [any])", Decode),
            Rendering.Rewrite((arguments, type) => arguments.Count == 2 ? Decoded.Call(type, arguments) : Choice(arguments, type)),
            canFail: true,
            note: CharsetNote),
        ToBinary("to_binary", false),
        ToBinary("try_to_binary", true),
        Url("url_encode", UrlText.Encode),
        Url("url_decode", UrlText.Decode),
        StringFunctions.Of(
            "parse_url",
            Signature.OneOf(
                Signature.Of(Returns.String.MaybeNull(), Takes.String, Takes.String),
                Signature.Of(Returns.String.MaybeNull(), Takes.String, Takes.String, Takes.String)),
            Rendering.Kernel(site => new Kernel(site.Arguments.Count == 2 ? UrlParts.Part : (Func<string, string, string, string?>)new UrlParts().Query)),
            canFail: true),
    ];

    private static readonly Function Decoded = Primitive.Kernel("decode bytes", Charsets.Decode);

    private static Function Url(string name, Func<string, string> kernel) =>
        StringFunctions.Of(name, Signature.Of(Returns.String.MaybeNull(), Takes.String), Rendering.Kernel(kernel), canFail: true);

    private static Function ToBinary(string name, bool @try) => StringFunctions.Of(
        name,
        Signature.Custom("(string, [constant string])", (function, arguments) => Binary(function, arguments, @try)),
        Rendering.Kernel(@try ? BinaryFormats.TryParse : BinaryFormats.Parse),
        canFail: !@try);

    private static Resolution Binary(string function, Seq<Expression> arguments, bool @try)
    {
        var all = Signature.Of(Returns.Binary.MaybeNull(), Takes.String, Parameter.Option(Takes.String, Literal.Of("hex"))).Resolve(function, arguments);
        var format = Accepts.ConstantText(function, 1, all.Arguments[1]);
        return @try || format is null || BinaryFormats.IsKnown(format) ? all : throw new AnalysisException(
            "DATATYPE_MISMATCH.INVALID_ARG_VALUE", $"The format of {function} must be 'hex', 'base64' or 'utf-8', found '{format}'.");
    }

    // decode(value, search, result, ... [default]) compares with <=>, so that a null is found; decode(binary, charset) is another function.
    private static Resolution Decode(string function, Seq<Expression> arguments)
    {
        if (arguments.Count < 2)
        {
            throw Signature.WrongCount(function, "at least 2 arguments", arguments.Count);
        }

        if (arguments.Count == 2)
        {
            return Signature.Of(Returns.String, Accepts.Binary, Takes.String).Resolve(function, arguments);
        }

        for (var i = 1; i + 1 < arguments.Count; i += 2)
        {
            Same(arguments[0], arguments[i]);
        }

        var results = arguments.Where((_, i) => IsResult(i, arguments.Count)).ToSeq();
        var type = CommonTypes.Wider(results) ?? throw CommonTypes.Differ(function, results);
        var cast = arguments.Select((a, i) => IsResult(i, arguments.Count) ? Coercion.CastTo(a, type) : a).ToSeq();
        return new Resolution(cast, type, arguments.Count % 2 == 1 || results.Any(r => r.Nullable));
    }

    private static bool IsResult(int index, int count) => index > 0 && (index % 2 == 0 || (index == count - 1 && count % 2 == 0));

    private static CaseWhen Choice(Seq<Expression> arguments, DataType type)
    {
        var branches = Enumerable.Range(0, (arguments.Count - 1) / 2)
            .Select(i => new CaseBranch(Same(arguments[0], arguments[(2 * i) + 1]), arguments[(2 * i) + 2])).ToSeq();
        return new CaseWhen(branches, arguments.Count % 2 == 0 ? arguments[^1] : Literal.Null(type));
    }

    private static Call Same(Expression left, Expression right)
    {
        var equal = FunctionCatalogue.Get("<=>");
        var resolution = equal.Signature.Resolve("<=>", [left, right]);
        return new Call(equal, resolution.Arguments, resolution.Type, resolution.Nullable);
    }
}
