using System.Reflection;
using SparkEtl.Spark.Catalogue;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Tests.Sql;

public class FunctionsTests
{
    // Partition transforms, and bounds of a frame: they stand in one place each and are no functions of a query.
    private static readonly string[] NoFunctions =
        ["years", "months", "days", "hours", "bucket", "unboundedpreceding", "unboundedfollowing", "currentrow"];

    private static IEnumerable<MethodInfo> Methods => typeof(Functions).GetMethods(BindingFlags.Public | BindingFlags.Static).Where(m => m.Name != "Expr");

    [TestCaseSource(nameof(Overloads))]
    public void A_name_in_the_place_of_a_column_means_that_column(MethodInfo byName, MethodInfo byColumn) =>
        Assert.That(Made(byName), Is.EqualTo(Made(byColumn)));

    private static IEnumerable<TestCaseData> Overloads() =>
        from byName in Methods
        where byName.GetParameters().Any(p => IsName(p)) && byName.Name is not ("Col" or "Column" or "Asc" or "Desc") && !byName.Name.StartsWith("Asc", StringComparison.Ordinal) && !byName.Name.StartsWith("Desc", StringComparison.Ordinal)
        let types = byName.GetParameters().Select(p => !IsName(p) ? p.ParameterType : p.ParameterType.IsArray ? typeof(Column[]) : typeof(Column)).ToArray()
        let byColumn = typeof(Functions).GetMethod(byName.Name, types)
        where byColumn is not null
        select new TestCaseData(byName, byColumn).SetArgDisplayNames(byName.Name, string.Join(",", byName.GetParameters().Select(p => p.ParameterType.Name)));

    private static bool IsName(ParameterInfo parameter) =>
        parameter.Name is "columnName" or "columnNames" or "columnName1" or "columnName2" or "leftName" or "rightName" or "xName" or "yName";

    private static Column Made(MethodInfo method) => (Column)method.Invoke(null, [.. method.GetParameters().Select(Argument)])!;

    private static object? Argument(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var t when t == typeof(Column) => Functions.Col(parameter.Position == 0 ? "a" : "b"),
        var t when t == typeof(Column[]) => new[] { Functions.Col("c"), Functions.Col("d") },
        var t when t == typeof(string) => parameter.Name == "schema" ? "a INT" : parameter.Position == 0 ? "a" : "b",
        var t when t == typeof(string[]) => new[] { "c", "d" },
        var t when t == typeof(int) => 1,
        var t when t == typeof(long) => 1L,
        var t when t == typeof(double) => 0.5,
        var t when t == typeof(bool) => true,
        var t when t == typeof(StructType) => SqlTypes.StructOf(("a", SqlTypes.Integer)),
        var t when t == typeof(Dictionary<string, string>) => new Dictionary<string, string> { ["k"] = "v" },
        _ => 1,
    };

    private static IEnumerable<string> Calls(ExpressionSyntax syntax) => syntax is CallSyntax call
        ? call.Arguments.SelectMany(Calls).Prepend(call.Name)
        : [];
}
