using FsCheck;
using FsCheck.Fluent;
using SparkEtl.Spark.Parsing;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Tests.Parsing;

internal sealed class Random_texts
{
    private static readonly string[] Words =
    [
        "select", "from", "where", "group by", "having", "order by", "limit", "offset", "join", "left", "on", "using", "union", "all", "except",
        "with", "as", "values", "table", "lateral view", "pivot", "for", "in", "tablesample", "window", "over", "partition by", "rows",
        "between", "and", "or", "not", "is", "null", "distinct", "case", "when", "then", "else", "end", "cast", "interval", "day", "to",
        "second", "date", "timestamp", "x", "exists", "like", "any", "escape", "rlike", "filter", "within group", "ignore nulls", "struct",
        "array", "map", "extract", "trim", "both", "position", "substring", "overlay", "placing", "count", "f", "a", "b", "t", "é", "`q q`",
        "1", "2.5", "1e3", "1L", ".5", "1e400", "'s'", "'1 day'", "\"d\"", "r'\\'", "'2020-01-01'", "'1-2'", "(", ")", "(", ")", ",", ".", "*",
        "+", "-", "/", "%", "=", "<", ">", ">>", "<=>", "!", "||", "|", "&", "^", "~", "[", "]", "->", "=>", "::", ":", ";", "?", "|>", "'", "`",
        "/*", "*/", "--", "\n", "$", "\0", "int", "decimal(3,1)", "array<int>", "grouping sets", "rollup", "cube", "unbounded preceding",
    ];

    private static readonly Arbitrary<string> Sentences = Gen.Elements(Words).ListOf().Select(words => string.Join(' ', words)).ToArbitrary();

    [Test]
    public void Are_parsed_or_are_a_clear_error() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll<string?>(text => ParseEverything(text ?? "")));

    [Test]
    public void Of_the_words_of_the_grammar_are_parsed_or_are_a_clear_error() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(20_000).WithEndSize(40), Prop.ForAll(Sentences, ParseEverything));

    [Test]
    public void That_are_a_valid_query_with_a_token_changed_are_parsed_or_are_a_clear_error()
    {
        string[] queries =
        [
            "with c ( x ) as ( select a + 1 as x from t where a in ( 1 , 2 ) ) select x , count ( * ) from c group by x having x > 1 order by x desc limit 3",
            "select sum ( a ) filter ( where b ) over ( partition by c order by d rows between 1 preceding and current row ) from t left join u using ( i )",
            "select case when a like 'x' escape '/' then interval '1' day else extract ( year from d ) end from ( values ( 1 , 'a' ) ) v ( a , d )",
            "select * from t pivot ( max ( v ) for k in ( 'a' as b , 'c' ) ) lateral view outer explode ( m ) e as q union all table z",
        ];
        var changed =
            from query in Gen.Elements(queries)
            from word in Gen.Elements(Words)
            from seed in Gen.Choose(0, 10_000)
            from drops in Gen.Elements(true, false)
            select Change(query.Split(' '), seed, drops ? null : word);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(10_000), Prop.ForAll(changed.ToArbitrary(), ParseEverything));
    }

    private static string Change(string[] words, int seed, string? word)
    {
        words[seed % words.Length] = word ?? "";
        return string.Join(' ', words);
    }

    private static void ParseEverything(string text)
    {
        Try(() => SparkSqlParser.ParseExpression(text));
        Try(() => SparkSqlParser.ParseCondition(text));
        Try(() => SparkSqlParser.ParseQuery(text));
        Try(() => SparkSqlParser.ParseQuery("select " + text));
        Try(() => SparkSqlParser.ParseQuery("select * from " + text));
        Try(() => SparkSqlParser.ParseDataType(text));
        Try(() => SparkSqlParser.ParseSchema(text));
        Try(() => SparkSqlParser.ParseSorts(text));
        Try(() => SparkSqlParser.ParseTableName(text));
        Try(() => SparkSqlParser.ParseName(text));
        foreach (var statement in SparkSqlParser.SplitStatements(text))
            Try(() => SparkSqlParser.ParseQuery(statement));
    }

    private static void Try(Func<object> parse)
    {
        try
        {
            Print(parse());
        }
        catch (AnalysisException e)
        {
            Assert.That(e.Message, Does.Contain("line ").And.Contains("^"));
        }
        catch (RefusedException e)
        {
            Assert.That(e.What, Is.Not.Empty);
        }
    }

    private static void Print(object parsed)
    {
        if (parsed is ExpressionSyntax expression)
            SyntaxPrinter.Print(expression);
        else if (parsed is QuerySyntax query)
            SyntaxPrinter.Print(query);
    }
}
