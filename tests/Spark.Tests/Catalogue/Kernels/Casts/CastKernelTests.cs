using System.Globalization;
using SparkEtl.Spark.Catalogue;
using SparkEtl.Spark.Catalogue.Kernels.Casts;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Tests.Catalogue.Kernels.Casts;

/// <summary>Every cast against what a real Spark answered (casts.tsv), and the pairs of types that have none.</summary>
internal sealed class CastKernelTests
{
    private static readonly string[] Lines = File.ReadAllLines(
        Path.Combine(TestContext.CurrentContext.TestDirectory, "Catalogue", "Kernels", "Casts", "casts.tsv"));

    [Test]
    public void Every_cast_gives_what_Spark_gives()
    {
        var wrong = Cases().Select(c => (c.Line, Actual: Outcome(c.From, c.Text, c.To, @try: false), c.Expected))
            .Where(c => c.Actual != c.Expected && !(c.Expected == "!" && c.Actual.StartsWith('!')))
            .Select(c => $"{c.Line}: {c.Actual}");

        Assert.That(string.Join('\n', wrong), Is.Empty);
    }

    [Test]
    public void Try_cast_gives_null_where_the_cast_fails_and_the_same_value_elsewhere()
    {
        var wrong = Cases().Where(c => !c.Expected.StartsWith("!DATATYPE", StringComparison.Ordinal))
            .Select(c => (c.Line, Actual: Outcome(c.From, c.Text, c.To, @try: true), Expected: c.Expected.StartsWith('!') ? "null" : c.Expected))
            .Where(c => c.Actual != c.Expected)
            .Select(c => $"{c.Line}: {c.Actual}");

        Assert.That(string.Join('\n', wrong), Is.Empty);
    }

    [Test]
    public void A_nested_value_that_does_not_fit_is_null_with_try_and_an_error_without()
    {
        object?[] values = ["1", null, "x"];

        Assert.That(Some.Cast(values, "array<string>", "array<int>", @try: true), Is.EqualTo(new object?[] { 1, null, null }));
        Assert.That(
            () => Some.Cast(values, "array<string>", "array<int>"), Throws.InstanceOf<QueryException>().With.Message.Contains("'x'"));
    }

    [Test]
    public void Nested_decimals_carry_their_scale()
    {
        var cast = Some.Cast(new object?[] { "1.005", "2" }, "array<string>", "array<decimal(10,2)>");

        Assert.That(Some.Cast(cast, "array<decimal(10,2)>", "string"), Is.EqualTo("[1.01, 2.00]"));
    }

    [Test]
    public void Arrays_maps_and_structs_print_as_Spark_prints_them()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Some.Cast(new object?[] { new object?[] { 1.5, null }, null }, "array<array<double>>", "string"), Is.EqualTo("[[1.5, null], null]"));
            Assert.That(
                Some.Cast(new[] { KeyValuePair.Create<object, object?>("a", 1), KeyValuePair.Create<object, object?>("b", null) }, "map<string,int>", "string"),
                Is.EqualTo("{a -> 1, b -> null}"));
            Assert.That(Some.Cast(new object?[] { 1, "x", null }, "struct<a:int,b:string,c:int>", "string"), Is.EqualTo("{1, x, null}"));
            Assert.That(Some.Cast(Array.Empty<object?>(), "array<void>", "string"), Is.EqualTo("[]"));
        });
    }

    [Test]
    public void Two_keys_that_become_one_keep_the_last_value()
    {
        var map = new[] { KeyValuePair.Create<object, object?>("1", "a"), KeyValuePair.Create<object, object?>("01", "b") };

        Assert.That(
            Some.Cast(map, "map<string,string>", "map<int,string>"),
            Is.EqualTo(new[] { KeyValuePair.Create<object, object?>(1, "b") }));
    }

    [Test]
    public void A_time_without_a_date_is_refused_by_name()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => Some.Cast("12:30", "string", "timestamp"), Throws.InstanceOf<RefusedException>());
            Assert.That(() => Some.Cast("T12:30:15.5", "string", "timestamp", @try: true), Throws.InstanceOf<RefusedException>());
            Assert.That(Some.Cast("12:30x", "string", "timestamp", @try: true), Is.Null);
        });
    }

    [Test]
    public void A_try_cast_whose_map_keys_may_become_null_is_no_cast()
    {
        Assert.Multiple(() =>
        {
            Assert.That(
                CastRules.Check(Some.Type("map<string,int>"), Some.Type("map<int,int>"), @try: true),
                Is.EqualTo("DATATYPE_MISMATCH.CAST_WITHOUT_SUGGESTION"));
            Assert.That(CastRules.Check(Some.Type("map<string,int>"), Some.Type("map<int,int>")), Is.Null);
        });
    }

    [Test]
    public void A_pair_that_can_be_native_never_fails()
    {
        var failing = Cases().Where(c => c.Expected.StartsWith('!') && CastRules.CanBeNative(c.From, c.To)).Select(c => c.Line);

        Assert.That(failing, Is.Empty);
    }

    [TestCase("float", "1.0E10")]
    [TestCase("double", "-1.7976931348623157E308")]
    [TestCase("double", "4.9E-324")]
    [TestCase("double", "1.9999999999999998E23")]
    [TestCase("double", "0.001")]
    [TestCase("double", "9.999E-4")]
    [TestCase("double", "9999999.9")]
    [TestCase("double", "1.0E7")]
    [TestCase("float", "1.57793421E9")]
    [TestCase("float", "7.0261715E25")]
    public void A_number_prints_as_the_jvm_prints_it(string type, string text)
    {
        Assert.That(Some.Cast(Some.Cast(text, "string", type), type, "string"), Is.EqualTo(text));
    }

    private static IEnumerable<(string Line, DataType From, string Text, DataType To, string Expected)> Cases() =>
        Lines.Where(l => !l.StartsWith('#')).Select(l => (l, l.Split('\t'))).Select(c =>
            (c.l, Some.Type(c.Item2[0]), Some.Unescape(c.Item2[1]), Some.Type(c.Item2[2]), c.Item2[3]));

    private static string Outcome(DataType from, string text, DataType to, bool @try)
    {
        var value = Some.Cast(text, SqlTypes.String, from, @try: false);
        try
        {
            if (CastRules.Check(from, to) is { } refused)
            {
                return "!" + refused;
            }

            return Some.Cast(value, from, to, @try) is { } result
                ? "=" + Convert.ToString(Some.Cast(result, to, SqlTypes.String, @try: false), CultureInfo.InvariantCulture)
                : "null";
        }
        catch (QueryException e)
        {
            return "!" + e.ErrorClass;
        }
    }
}
