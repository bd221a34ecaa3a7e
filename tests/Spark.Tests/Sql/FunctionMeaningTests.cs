using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;
using static SparkEtl.Spark.Sql.Functions;

namespace SparkEtl.Spark.Tests.Sql;

// Functions whose arguments the API puts in another order, or in another form, than SQL does.
public partial class FunctionMeaningTests
{
    private SparkSession spark = null!;

    [SetUp]
    public void Start() => spark = Some.Session();

    [TearDown]
    public void Stop() => spark.Dispose();

    private static IEnumerable<TestCaseData> Cases()
    {
        yield return Case("trim", Trim(Lit("xxaxx"), "x"), "a");
        yield return Case("ltrim", Ltrim(Lit("xxaxx"), "x"), "axx");
        yield return Case("rtrim", Rtrim(Lit("xxaxx"), "x"), "xxa");
        yield return Case("trim of blanks", Trim(Lit("  a ")), "a");
        yield return Case("log", Log(2, Lit(8)), 3.0);
        yield return Case("ln", Log(Lit(1)), 0.0);
        yield return Case("locate", Locate("b", Lit("abcb"), 3), 4);
        yield return Case("instr", Instr(Lit("abc"), "c"), 3);
        yield return Case("concat_ws", ConcatWs("-", Lit("a"), Lit(null).Cast("string"), Lit("b")), "a-b");
        yield return Case("format_string", FormatString("%d %s", Lit(1), Lit("x")), "1 x");
        yield return Case("substring", Lit("abcdef").SubStr(2, 3), "bcd");
        yield return Case("contains", Lit("abc").Contains("b"), true);
        yield return Case("starts", Lit("abc").StartsWith("ab"), true);
        yield return Case("ends", Lit("abc").EndsWith(Lit("bc")), true);
        yield return Case("like", Lit("abc").Like("a%"), true);
        yield return Case("rlike", Lit("abc").RLike("b."), true);
        yield return Case("regexp_replace", RegexpReplace(Lit("a1b2"), "[0-9]", "#"), "a#b#");
        yield return Case("split", ArrayJoin(Split(Lit("a,b,c"), ",", 2), "|"), "a|b,c");
        yield return Case("date_add", DateAdd(Lit(new Date(2024, 2, 28)), 2), new Date(2024, 3, 1));
        yield return Case("datediff", DateDiff(Lit(new Date(2024, 3, 1)), Lit(new Date(2024, 2, 28))), 2);
        yield return Case("date_trunc", DateTrunc("month", Lit(new Timestamp(2024, 2, 28, 1, 0, 0, 0))), new Timestamp(2024, 2, 1, 0, 0, 0, 0));
        yield return Case("trunc", Trunc(Lit(new Date(2024, 2, 28)), "year"), new Date(2024, 1, 1));
        yield return Case("to_date", ToDate(Lit("28/02/2024"), "dd/MM/yyyy"), new Date(2024, 2, 28));
        yield return Case("months_between", MonthsBetween(Lit(new Date(2024, 3, 31)), Lit(new Date(2024, 2, 29))), 1.0);
        yield return Case("round", Round(Lit(2.5)), 3.0);
        yield return Case("bround", Bround(Lit(2.5)), 2.0);
        yield return Case("pow", Pow(Lit(2), 3), 8.0);
        yield return Case("pmod", Pmod(Lit(-1), Lit(3)), 2);
        yield return Case("shift", Shiftleft(Lit(1), 3), 8);
        yield return Case("bits", Bitwise_Not(Lit(0)), -1);
        yield return Case("or of bits", Lit(5).BitwiseOR(2), 7);
        yield return Case("xor", Lit(5).BitwiseXOR(1), 4);
        yield return Case("coalesce", Coalesce(Lit(null).Cast("int"), Lit(4)), 4);
        yield return Case("greatest", Greatest(Lit(1), Lit(3), Lit(2)), 3);
        yield return Case("element_at", ElementAt(Functions.Array(Lit(1), Lit(2)), -1), 2);
        yield return Case("array_contains", ArrayContains(Functions.Array(Lit(1), Lit(2)), 2), true);
        yield return Case("slice", ArrayJoin(Slice(Functions.Array(Lit("a"), Lit("b"), Lit("c")), 2, 2), ""), "bc");
        yield return Case("array_join", ArrayJoin(Functions.Array(Lit("a"), Lit(null).Cast("string")), ",", "?"), "a,?");
        yield return Case("sequence", Size(Sequence(Lit(1), Lit(10), Lit(3))), 4);
        yield return Case("sort_array", ArrayJoin(SortArray(Functions.Array(Lit("b"), Lit("a")), asc: false), ""), "ba");
        yield return Case("map_keys", ElementAt(MapKeys(Map(Lit("k"), Lit(1))), 1), "k");
        yield return Case("md5", Md5(Lit("a").Cast("binary")), "0cc175b9c0f1b6a831c399e269772661");
        yield return Case("conv", Conv(Lit("ff"), 16, 10), "255");
        yield return Case("hex", Hex(Lit(255)), "FF");
        yield return Case("translate", Translate(Lit("abc"), "ab", "x"), "xc");
        yield return Case("overlay", Overlay(Lit("abcdef"), Lit("X"), Lit(2), Lit(3)), "aXef");
        yield return Case("levenshtein", Levenshtein(Lit("kitten"), Lit("sitting")), 3);
    }

    [TestCaseSource(nameof(Cases))]
    public void A_function_of_the_api_means_what_it_says(Column column, object expected) =>
        Assert.That(spark.Range(1).Select(column).First()[0], Is.EqualTo(expected));

    private static TestCaseData Case(string name, Column column, object expected) => new TestCaseData(column, expected).SetArgDisplayNames(name);
}
