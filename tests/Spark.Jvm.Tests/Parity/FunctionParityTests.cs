using System.Globalization;
using System.Text;
using SparkEtl.Spark.Catalogue;
using SparkEtl.Spark.Engines;
using SparkEtl.Spark.Engines.DuckDb;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Binding;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Tests.Catalogue;

namespace SparkEtl.Spark.Jvm.Tests.Parity;

/// <summary>
/// Every function of the catalogue over rows of every kind, on the embedded engine and on stock Spark: the same types, the same values, the
/// same family of error. SPARKETL_SEED changes which calls are made.
/// </summary>
[TestFixtureSource(typeof(Sparks), nameof(Sparks.Versions))]
public sealed class FunctionParityTests(string version)
{
    private const int CallsOfEach = 8;
    private const int FewestCalls = 5;

    private static readonly int Seed = int.Parse(Environment.GetEnvironmentVariable("SPARKETL_SEED") ?? "1", CultureInfo.InvariantCulture);

    [Test]
    public void Every_function_agrees_or_is_refused_by_name()
    {
        var spark = Sparks.Engine(version);
        using var duckdb = new DuckDbEngine(new DuckDbEngineOptions());
        var differences = new StringBuilder();
        var compared = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var refused = new List<string>();
        var defects = new HashSet<string>();
        foreach (var function in FunctionCatalogue.All.Where(f => NotCompared.Reason(f) is null))
        {
            var calls = CallFinder.Find(function, CallsOfEach, Seed, defects);
            compared[function.Name] = 0;
            foreach (var call in Differing(spark, duckdb, function, calls, compared, refused))
            {
                differences.Append(call);
            }
        }

        var rare = compared.Where(c => c.Value < FewestCalls && !refused.Contains(c.Key)).Select(c => $"{c.Key} {c.Value}").ToList();
        TestContext.Out.WriteLine(
            $"seed {Seed}: {compared.Count} functions, {compared.Values.Sum()} values compared, {refused.Distinct().Count()} functions refused, {rare.Count} compared fewer than {FewestCalls} times: {string.Join(", ", rare)}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(defects, Is.Empty);
            Assert.That(differences.ToString(), Is.Empty);
            Assert.That(rare, Is.Empty, $"compared fewer than {FewestCalls} times");
        }
    }

    [Test]
    public void A_rendering_that_is_wrong_is_noticed()
    {
        var spark = Sparks.Engine(version);
        using var duckdb = new DuckDbEngine(new DuckDbEngineOptions());
        var upper = FunctionCatalogue.Get("upper");
        var wrong = new Function
        {
            Name = upper.Name,
            Kind = upper.Kind,
            Family = upper.Family,
            Signature = upper.Signature,
            Spark = upper.Spark,
            DuckDb = FunctionCatalogue.Get("lower").DuckDb,
        };
        var call = (Call)ExpressionBinder.Resolve("upper", [ProbeTables.Whole.Output[9]]);
        var differing = Differing(spark, duckdb, wrong, [call with { Function = wrong }], new SortedDictionary<string, int> { ["upper"] = 0 }, []).ToList();

        Assert.That(differing, Has.Some.Contains("upper"));
    }

    // As many calls and rows in a query as can be: all, then the calls that fail in no row, then each call over the rows in which it does not
    // fail, and over each of the others.
    private static IEnumerable<string> Differing(
        IEngine spark, IEngine duckdb, Function function, IReadOnlyList<Expression> calls, SortedDictionary<string, int> compared, List<string> refused)
    {
        if (function.Kind != FunctionKind.Generator && (calls.Count == 0 || AgreeTogether(calls)))
        {
            yield break;
        }

        if (function.Kind == FunctionKind.Scalar)
        {
            var sound = calls.Where(c => Embedded(ProbeTables.Whole, c) is { IsRows: true }).ToList();
            if (sound.Count > 0 && sound.Count < calls.Count && AgreeTogether(sound))
            {
                calls = [.. calls.Except(sound)];
            }
        }

        foreach (var call in calls)
        {
            var agreed = true;
            var rows = 0;
            foreach (var table in Tables(call))
            {
                if (Plan(table, function, [call]) is not { } plan)
                {
                    agreed = false;
                    break;
                }

                var left = Answer.Of(duckdb, plan);
                if (left.IsRefused)
                {
                    refused.Add(function.Name);
                    agreed = false;
                    break;
                }

                var right = Answer.Of(spark, plan);
                rows += function.Kind is FunctionKind.Aggregate or FunctionKind.Window ? 1 : Count(table);
                if (!Answer.Agree(left, right))
                {
                    agreed = false;
                    yield return $"{function.Name}: {string.Join(", ", call.Children.Map(Text))} over {Count(table)} row(s)\n   spark    {right}\n   embedded {left}\n";
                    break;
                }
            }

            compared[function.Name] += agreed ? rows : 0;
        }

        bool AgreeTogether(IReadOnlyList<Expression> those)
        {
            var plan = Plan(ProbeTables.Whole, function, those);
            var left = plan is null ? null : Answer.Of(duckdb, plan);
            var agree = left is { IsRows: true } && Answer.Agree(left, Answer.Of(spark, plan!));
            compared[function.Name] += agree ? those.Count * left!.Rows.Count : 0;
            return agree;
        }

        IEnumerable<Relation> Tables(Expression call)
        {
            if (function.Kind is FunctionKind.Aggregate or FunctionKind.Window)
            {
                return [ProbeTables.Whole, ProbeTables.Single[0]];
            }

            var sound = function.Kind == FunctionKind.Scalar ? ProbeTables.Single.Where(r => Embedded(r, call) is { IsRows: true }).ToList() : [];
            return sound.Count < 2
                ? ProbeTables.Single
                : [new LocalData(ProbeTables.Whole.Output, [.. sound.Select(r => ((LocalData)r).Rows[0])]), .. ProbeTables.Single.Except(sound)];
        }

        Answer? Embedded(Relation table, Expression call) => Plan(table, function, [call]) is { } plan ? Answer.Of(duckdb, plan) : null;
    }

    private static int Count(Relation table) => ((LocalData)table).Rows.Count;

    private static Relation? Plan(Relation rows, Function function, IReadOnlyList<Expression> calls)
    {
        try
        {
            return PlanBuilder.Select(rows, calls.Select((c, i) => function.Kind == FunctionKind.Generator
                ? CallFinder.Item(function, c)
                : new AliasSyntax(CallFinder.Item(function, c), [$"c{i}"])).ToSeq());
        }
        catch (SparkSqlException)
        {
            // A call that no SELECT can hold.
            return null;
        }
    }

    private static string Text(Expression expression) => expression switch
    {
        Plan.Expressions.Attribute attribute => attribute.Name,
        Literal literal => $"{literal.Value ?? "null"}",
        Cast cast => $"{Text(cast.Of)}::{cast.To.SimpleString}",
        Lambda => "lambda",
        _ => $"{expression.GetType().Name}({string.Join(", ", expression.Children.Map(Text))})",
    };
}
