using SparkEtl.Spark.Catalogue.Functions.Operators;
using SparkEtl.Spark.Catalogue.Functions.Strings;
using SparkEtl.Spark.Catalogue.Kernels.Text;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions;

/// <summary>Functions over strings, and over binaries where Spark has them: lengths, letters, parts, places.</summary>
internal static class StringFunctions
{
    internal const string Family = "string";

    public static IEnumerable<Function> All =>
    [
        .. Lengths(),
        .. Letters(),
        .. Slices(),
        .. Trimming(),
        .. Places(),
        .. StringBuilding.All,
        .. StringCodes.All,
        .. StringFormats.All,
    ];

    internal static Function Of(
        string name, Signature signature, Rendering duckDb, Rendering? spark = null, bool canFail = false, Seq<string>? aliases = null, string? note = null) =>
        ScalarEntry.Of(Family, name, signature, duckDb, spark, canFail, aliases, note);

    /// <summary>A function of one string that gives a string.</summary>
    internal static Function OfString(string name, Func<string, string> kernel, params string[] aliases) =>
        Of(name, Signature.Of(Returns.String, Takes.String), Rendering.Kernel(kernel), aliases: aliases.ToSeq());

    /// <summary>One kernel for strings, another for binaries, by the first argument.</summary>
    internal static Rendering ByKind(Delegate strings, Delegate binaries) =>
        Rendering.Kernel(site => new Kernel(site.Arguments[0] is BinaryType ? binaries : strings));

    private static IEnumerable<Function> Lengths()
    {
        var measured = Signature.Of(Returns.Int, Accepts.StringOrBinary);
        return
        [
            Of("length", measured, Length("length"), Rendering.Native("length"), aliases: ["len", "char_length", "character_length"]),
            Of("octet_length", measured, Length("strlen")),
            Of("bit_length", measured, Rendering.Text(c => $"CAST({Bytes(c)}({c.Arguments[0]}) * 8 AS INTEGER)")),
            Of("ascii", Signature.Of(Returns.Int, Takes.String), Rendering.Kernel(CodePoints.First)),
        ];

        static string Bytes(RenderedCall call) => call.Expressions[0].Type is BinaryType ? "octet_length" : "strlen";

        static Rendering Length(string strings) =>
            Rendering.Text(c => $"CAST({(c.Expressions[0].Type is BinaryType ? "octet_length" : strings)}({c.Arguments[0]}) AS INTEGER)");
    }

    private static IEnumerable<Function> Letters() =>
    [
        OfString("upper", Casing.ToUpper, "ucase"),
        OfString("lower", Casing.ToLower, "lcase"),
        OfString("initcap", Casing.ToTitle),
        OfString("soundex", Likeness.Soundex),
        Of("translate", Signature.Of(Returns.String, Takes.String, Takes.String, Takes.String), Rendering.Kernel(Characters.Translate)),
        Of("mask", MaskSignature.Instance, Rendering.Kernel(_ => new Kernel(Characters.Mask) { SeesNulls = true })),
        Of("luhn_check", Signature.Of(Returns.Boolean.MaybeNull(), Takes.String), Rendering.Kernel(Characters.PassesLuhn)),
        Of(
            "levenshtein",
            Signature.OneOf(
                Signature.Of(Returns.Int, Takes.String, Takes.String),
                Signature.Of(Returns.Int, Takes.String, Takes.String, Takes.Int)),
            Rendering.Kernel(site => new Kernel(site.Arguments.Count == 2
                ? (Func<string, string, int>)Likeness.Levenshtein
                : (Func<string, string, int, int>)Likeness.Levenshtein))),
    ];

    private static IEnumerable<Function> Slices() =>
    [
        Of(
            "substring",
            Signature.Of(Returns.SameAs(0), Accepts.StringOrBinary, Takes.Int, Parameter.Option(Takes.Int, Literal.Of(int.MaxValue))),
            ByKind((Func<string, int, int, string>)Kernels.Text.Slices.Substring, (Func<byte[], int, int, byte[]>)Kernels.Text.Slices.Substring),
            aliases: ["substr"]),
        Of(
            "left",
            Signature.Of(Returns.SameAs(0), Accepts.StringOrBinary, Takes.Int),
            ByKind(Kernels.Text.Slices.Left, (byte[] bytes, int length) => Kernels.Text.Slices.Substring(bytes, 1, length))),
        Of("right", Signature.Of(Returns.String.MaybeNull(), Takes.String, Takes.Int), Rendering.Kernel(Kernels.Text.Slices.Right)),
        Of(
            "substring_index",
            Signature.Of(Returns.String, Takes.String, Takes.String, Takes.Int),
            Rendering.Kernel(Kernels.Text.Slices.BeforeDelimiter)),
        Of("split_part", Signature.Of(Returns.String.MaybeNull(), Takes.String, Takes.String, Takes.Int), Rendering.Kernel(Parts.Part), canFail: true),
        Of(
            "overlay",
            PaddingSignature.Overlay,
            ByKind((Func<string, string, int, int, string>)Kernels.Text.Slices.Overlay, (Func<byte[], byte[], int, int, byte[]>)Kernels.Text.Slices.Overlay)),
    ];

    private static IEnumerable<Function> Trimming()
    {
        return
        [
            // The characters come first in trim, ltrim and rtrim, as in TRIM(characters FROM text), and last in btrim.
            Trim("trim", "BOTH", Trims.Both, (characters, text) => Trims.Both(text, characters)),
            Trim("ltrim", "LEADING", Trims.Left, (characters, text) => Trims.Left(text, characters)),
            Trim("rtrim", "TRAILING", Trims.Right, (characters, text) => Trims.Right(text, characters)),
            Of("btrim", Signature.Of(Returns.String, Takes.String, Parameter.Option(Takes.String)), Either(Trims.Both, Trims.Both)),
        ];

        static Function Trim(string name, string side, Func<string, string> spaces, Func<string, string, string> characters) => Of(
            name,
            Signature.OneOf(Signature.Of(Returns.String, Takes.String), Signature.Of(Returns.String, Takes.String, Takes.String)),
            Either(spaces, characters),
            Rendering.Text(c => c.Arguments.Count == 1 ? $"{name}({c.Arguments[0]})" : $"trim({side} {c.Arguments[0]} FROM {c.Arguments[1]})"));

        static Rendering Either(Func<string, string> one, Func<string, string, string> two) =>
            Rendering.Kernel(site => new Kernel(site.Arguments.Count == 1 ? one : two));
    }

    private static IEnumerable<Function> Places() =>
    [
        Of("instr", Signature.Of(Returns.Int, Takes.String, Takes.String), Rendering.Kernel(Search.Position)),
        Of(
            "locate",
            Signature.Of(
                new ResultRule(_ => SqlTypes.Integer, a => a[0].Nullable || a[1].Nullable),
                Takes.String,
                Takes.String,
                Parameter.Option(Takes.Int, Literal.Of(1))),
            Rendering.Kernel(_ => new Kernel(Search.Locate) { SeesNulls = true }),
            aliases: ["position"]),
        Within("startswith", "starts_with", Search.StartsWith),
        Within("endswith", "ends_with", Search.EndsWith),
        Within("contains", "contains", Search.Contains),
        Of("find_in_set", Signature.Of(Returns.Int, Takes.String, Takes.String), Rendering.Kernel(Search.InSet)),
    ];

    private static Function Within(string name, string native, Func<byte[], byte[], bool> binaries)
    {
        var strings = Primitive.Of(native, Rendering.Native(native));
        var bytes = Primitive.Kernel($"binary {native}", binaries);
        return Of(
            name,
            PaddingSignature.Pair,
            Rendering.Rewrite((arguments, type) => (arguments[0].Type is BinaryType ? bytes : strings).Call(type, arguments)));
    }
}
