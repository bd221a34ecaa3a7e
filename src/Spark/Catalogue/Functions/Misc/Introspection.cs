using SparkEtl.Spark.Plan.Expressions;

namespace SparkEtl.Spark.Catalogue.Functions.Misc;

/// <summary>What a query says of itself and of where it runs.</summary>
internal static class Introspection
{
    private const string Family = "misc";
    private const string Catalogue = "spark_catalog";
    private const string Database = "default";

    private static readonly ResultRule Constant = Returns.String.NeverNull();

    public static IEnumerable<Function> All =>
    [
        ScalarEntry.Of(Family, "typeof", Signature.Of(Constant, Want.Any), Rendering.Rewrite((arguments, _) => Literal.Of(arguments[0].Type.SimpleString))),
        ScalarEntry.Of(Family, "current_catalog", Signature.Of(Constant), Value(Catalogue)),
        ScalarEntry.Of(Family, "current_database", Signature.Of(Constant), Value(Database), aliases: ["current_schema"]),
        ScalarEntry.Of(
            Family,
            "current_user",
            Signature.Of(Constant),
            Rendering.Rewrite((_, _) => Literal.Of(Environment.UserName)),
            aliases: ["user", "session_user"],
            spark: Rendering.Template("current_user()")),
        ScalarEntry.Of(
            Family,
            "version",
            Signature.Of(Constant),
            Rendering.Refused("the embedded engine is no version of Spark; the first line of a run says which engine it is.")),
    ];

    private static Rendering Value(string text) => Rendering.Rewrite((_, _) => Literal.Of(text));
}
