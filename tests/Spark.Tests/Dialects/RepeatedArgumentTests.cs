using SparkEtl.Spark.Catalogue;
using SparkEtl.Spark.Dialects;
using SparkEtl.Spark.Dialects.DuckDb;
using SparkEtl.Spark.Dialects.SparkSql;
using SparkEtl.Spark.Engines.DuckDb;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Binding;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;
using Attribute = SparkEtl.Spark.Plan.Expressions.Attribute;

namespace SparkEtl.Spark.Tests.Dialects;

/// <summary>Calls around calls of functions whose rendering names an argument more than once.</summary>
public sealed class RepeatedArgumentTests
{
    private const int Levels = 30;

    // Repeats of short arguments, and the name that a long one gets, at each level.
    private const int LongestLevel = 4_000;

    private static readonly LocalData Row = new(
        [
            .. new DataType[]
            {
                SqlTypes.Integer, SqlTypes.String, SqlTypes.Double, SqlTypes.Decimal(10, 2), SqlTypes.Boolean, SqlTypes.Date, SqlTypes.Timestamp, SqlTypes.Long, SqlTypes.Binary,
                SqlTypes.ArrayOf(SqlTypes.Integer), SqlTypes.ArrayOf(SqlTypes.String), SqlTypes.MapOf(SqlTypes.String, SqlTypes.Integer), SqlTypes.DayTimeInterval,
                SqlTypes.ArrayOf(SqlTypes.ArrayOf(SqlTypes.Integer)), SqlTypes.Float, SqlTypes.YearMonthInterval,
            }.Select((t, i) => Attribute.New($"c{i}", t)),
        ],
        [new(new object?[16])]);

    private static readonly Dialect[] Dialects = [DuckDbDialect.Instance, SparkDialect.Instance];

    [Test]
    public void Thirty_calls_around_each_other_are_a_text_that_grows_by_the_call()
    {
        var tried = 0;
        using (Assert.EnterMultipleScope())
        {
            foreach (var function in FunctionCatalogue.All.Where(f => f.Kind == FunctionKind.Scalar && f.LambdaParameters is null && !f.Name.StartsWith('$')))
            {
                foreach (var (dialect, call) in Dialects.SelectMany(d => Calls(function).Select(c => (d, c))).Where(p => p.d.RenderingOf(function).MayRepeat))
                {
                    for (var argument = 0; argument < call.Arguments.Count; argument++)
                    {
                        tried++;
                        Assert.That(LongestText(dialect, call, argument), Is.LessThanOrEqualTo(Levels * LongestLevel), $"{function.Name}, argument {argument}, {dialect.GetType().Name}");
                    }
                }
            }
        }

        TestContext.Out.WriteLine($"{tried} arguments");
        Assert.That(tried, Is.GreaterThan(200));
    }

    [Test]
    public void A_long_argument_is_named_and_means_the_same()
    {
        Expression nested = new Cast(ExpressionBinder.Resolve("count", [Literal.Of(1)]), SqlTypes.Integer, false);
        for (var level = 0; level < Levels; level++)
        {
            // 1, 2, 3, 0, 1, ...
            nested = ExpressionBinder.Resolve("get", [ExpressionBinder.Resolve("array", [Literal.Of(1), Literal.Of(2), Literal.Of(3), Literal.Of(0)]), nested]);
        }

        var plan = new Aggregate(Row, [Row.Output[0]], null, [Alias.New(nested, "n")]);
        using var engine = new DuckDbEngine(new DuckDbEngineOptions());
        Assert.That(engine.Explain(plan)[0], Does.Contain("list_transform"));
        using var run = engine.Run(plan, CancellationToken.None);

        Assert.That(run.NextRows()!.Single()[1], Is.EqualTo(3));
    }

    [Test]
    public void A_random_argument_is_drawn_once()
    {
        var random = new Cast(ExpressionBinder.Resolve("rand", []), SqlTypes.Integer, false);
        var item = ExpressionBinder.Resolve("get", [ExpressionBinder.Resolve("array", [Literal.Of(1), Literal.Of(2)]), random]);
        var text = new SqlGenerator(DuckDbDialect.Instance, new GoldenSources()).Write(new Project(LocalData.OneRow, [Alias.New(item, "i")]));

        Assert.That(text.Split("kernel[rand]").Length - 1, Is.EqualTo(1), text);
    }

    // The call around itself: each level takes the place of the argument by way of a condition, so that every type fits.
    private static int LongestText(Dialect dialect, Call call, int argument)
    {
        var longest = 0;
        Expression nested = call.Arguments[argument];
        for (var level = 1; level <= Levels && longest <= Levels * LongestLevel; level++)
        {
            var below = new CaseWhen([new CaseBranch(ExpressionBinder.Resolve("isnull", [nested]), call.Arguments[argument])], null);
            nested = call with { Arguments = call.Arguments.Select((a, i) => i == argument ? below : a).ToSeq() };
            if (level is not (4 or 8 or 12 or 20 or Levels))
            {
                continue;
            }

            try
            {
                longest = new SqlGenerator(dialect, new GoldenSources()).Write(new Project(Row, [Alias.New(nested, "n")])).Length;
            }
            catch (RefusedException)
            {
                return 0;
            }
        }

        return longest;
    }

    // For each number of arguments the first that the function takes.
    private static IEnumerable<Call> Calls(Function function)
    {
        for (var count = 1; count <= 3; count++)
        {
            if (FirstCall(function, [], count) is { } call)
            {
                yield return call;
            }
        }
    }

    private static Call? FirstCall(Function function, Seq<Expression> arguments, int count)
    {
        if (arguments.Count == count)
        {
            try
            {
                return ExpressionBinder.Resolve(function.Name, arguments) as Call;
            }
            catch (SparkSqlException)
            {
                return null;
            }
        }

        return Row.Output.Select(c => FirstCall(function, arguments.Add(c), count)).FirstOrDefault(c => c is not null);
    }
}
