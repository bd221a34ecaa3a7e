using SparkEtl.Spark.Catalogue.Functions.Operators;
using SparkEtl.Spark.Catalogue.Functions.Strings;
using SparkEtl.Spark.Catalogue.Kernels.Xml;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions.Misc;

/// <summary>Searches in XML texts.</summary>
internal static class XPathFunctions
{
    private const string Family = "misc";

    public static IEnumerable<Function> All =>
    [
        Of("xpath", Returns.Type(SqlTypes.ArrayOf(SqlTypes.String)), _ => new Kernel(new XPathValues().Nodes)),
        Of("xpath_string", Returns.String, _ => new Kernel(new XPathValues().Text)),
        Of("xpath_boolean", Returns.Boolean, _ => new Kernel(new XPathValues().Flag)),
        Of("xpath_double", Returns.Double, _ => new Kernel(new XPathValues().Number), "xpath_number"),
        Of("xpath_float", Returns.Type(SqlTypes.Float), _ => new Kernel(new XPathValues().Float)),
        Of("xpath_int", Returns.Int, _ => new Kernel(new XPathValues().Int)),
        Of("xpath_long", Returns.Long, _ => new Kernel(new XPathValues().Long)),
        Of("xpath_short", Returns.Type(SqlTypes.Short), _ => new Kernel(new XPathValues().Short)),
    ];

    private static Function Of(string name, ResultRule result, Func<KernelSite, Kernel> kernel, params string[] aliases) => ScalarEntry.Of(
        Family, name, ConstantPath(Signature.Of(result.MaybeNull(), Accepts.OnlyString, Accepts.OnlyString)), Rendering.Kernel(kernel), canFail: true, aliases: [.. aliases]);

    private static Signature ConstantPath(Signature signature) => Signature.Custom(signature.Describe(), (function, arguments) =>
    {
        var resolution = signature.Resolve(function, arguments);
        return Coercion.IsConstant(resolution.Arguments[1]) ? resolution : throw Constants.NotConstant(function, 1, "a constant path");
    });
}
