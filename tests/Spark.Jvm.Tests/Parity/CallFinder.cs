using System.Collections.Concurrent;
using SparkEtl.Spark.Catalogue;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Binding;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Jvm.Tests.Parity;

/// <summary>Calls of a function that its signature accepts, found by trying arguments of every type.</summary>
internal static class CallFinder
{
    private const int Tries = 4_000;

    private static readonly ConcurrentDictionary<(string Function, int Most, int Seed), (IReadOnlyList<Expression> Calls, IReadOnlyList<string> Defects)> Known = new();

    /// <summary>At most so many different calls over the columns of <see cref="ProbeTables.Whole"/>.</summary>
    /// <param name="function">The function.</param>
    /// <param name="most">The most calls.</param>
    /// <param name="seed">What else decides which.</param>
    /// <param name="defects">Takes what the signature answered other than with a call or a clear error.</param>
    public static IReadOnlyList<Expression> Find(Function function, int most, int seed, ICollection<string> defects)
    {
        // To look takes longer than to compare, and several suites ask.
        var (calls, noticed) = Known.GetOrAdd((function.Name, most, seed), _ =>
        {
            var own = new List<string>();
            return (Search(function, most, seed, own), own);
        });
        foreach (var defect in noticed)
        {
            defects.Add(defect);
        }

        return calls;
    }

    private static List<Expression> Search(Function function, int most, int seed, List<string> defects)
    {
        var found = new List<Expression>();
        foreach (var known in KnownCalls.Of(function.Name))
        {
            try
            {
                found.Add(ProbeTables.Bind(known));
            }
            catch (SparkSqlException e)
            {
                defects.Add($"{known}: {e.Message}");
            }
        }

        var seen = new HashSet<Expression>(found);
        var random = new Random(HashCode(function.Name) ^ seed);
        for (var i = 0; i < Tries && found.Count < most && !KnownCalls.AreAll(function.Name); i++)
        {
            // Few arguments first: most functions take one or two.
            var count = i < 30 ? 1 : i == 30 ? 0 : i < 600 ? 2 : random.Next(1, 5);
            var arguments = Enumerable.Range(0, count).Select(_ => ProbeTables.Pool[random.Next(ProbeTables.Pool.Count)]).ToSeq();
            if (count > 0 && !arguments.Any(a => a.Attributes().Any()))
            {
                continue;
            }

            try
            {
                var call = ExpressionBinder.Resolve(function.Name, arguments);
                if (!HasTextAsConstant(call) && seen.Add(call))
                {
                    found.Add(call);
                }
            }
            catch (SparkSqlException)
            {
                // These arguments are not for it.
            }
            catch (Exception e)
            {
                defects.Add($"{function.Name}({string.Join(", ", arguments.Map(a => a.Type.SimpleString))}): {e.GetType().Name} {e.Message}");
            }
        }

        return found;
    }

    /// <summary>The call as an item of a SELECT: over a window where it needs one.</summary>
    public static ExpressionSyntax Item(Function function, Expression call) => function.Kind == FunctionKind.Window
        ? new OverSyntax(new ExactSyntax(call), new WindowSyntax(null, [], [new SortSyntax(new ExactSyntax(ProbeTables.Whole.Output[3]), false, null)], null))
        : new ExactSyntax(call);

    // Whether a malformed constant is ever cast depends on what the engine asks first: the null beside it, or the constant.
    private static bool HasTextAsConstant(Expression call) => call.SelfAndDescendants().Any(e => e is Cast { Of: Literal { Value: string }, To: not Sql.Types.StringType });

    // string.GetHashCode differs from run to run.
    private static int HashCode(string text) => text.Aggregate(17, (hash, c) => unchecked((hash * 31) + c));
}
