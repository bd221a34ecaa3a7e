using System.Globalization;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql.Types;
using Attribute = SparkEtl.Spark.Plan.Expressions.Attribute;

namespace SparkEtl.Spark.Dialects;

/// <summary>
/// Calls whose rendering names an argument more than once. Repeated as text, thirty such calls around each other would be a text of 2^30
/// pieces: a long argument is computed once and named.
/// </summary>
internal abstract partial class ExpressionWriter
{
    // Shorter texts are repeated, which engines compute once by themselves and people read better.
    private const int LongestRepeated = 400;

    private readonly Dictionary<Expression, ComputedArgument> written = new(ReferenceEqualityComparer.Instance);
    private int randomCalls;
    private int eagerNodes;

    public override string VisitCall(Call call)
    {
        randomCalls += call.Function.Deterministic ? 0 : 1;
        return Dialect.RenderingOf(call.Function).MayRepeat
            ? Once(call)
            : Render(call.Function, call.Arguments, call.Type, AggregateClauses.None);
    }

    /// <summary>A text in which a name stands for the value of another text.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value, computed once.</param>
    /// <param name="body">What uses the name.</param>
    protected abstract string Let(string name, string value, string body);

    /// <summary>A structure of values, its fields named f0, f1, ...</summary>
    protected abstract string Fields(IReadOnlyList<string> values);

    private string Once(Call call)
    {
        var arguments = call.Arguments.Map(a => IsComputed(a) ? Computed(a) : null);
        var marks = new Dictionary<int, string>();
        if (arguments.Any(a => a is { MustBeNamed: true }))
        {
            foreach (var index in Enumerable.Range(0, arguments.Count).Where(i => arguments[i] is { MayBeNamed: true }))
            {
                // No text has it by itself.
                marks.Add(index, string.Create(CultureInfo.InvariantCulture, $"\u0001{variablesNamed++}\u0001"));
            }
        }

        // The others are short: their texts are written once, however often the rendering asks for them.
        var kept = Enumerable.Range(0, arguments.Count)
            .Where(i => arguments[i] is { } argument && !marks.ContainsKey(i) && written.TryAdd(call.Arguments[i], argument)).ToArray();
        var text = Render(
            call.Function,
            call.Arguments.Select((a, i) => marks.TryGetValue(i, out var mark) ? new SqlText(mark, a.Type, a.Nullable) { IsQuery = arguments[i]!.IsEager } : a).ToSeq(),
            call.Type,
            AggregateClauses.None);
        foreach (var index in kept)
        {
            written.Remove(call.Arguments[index]);
        }

        return Named(text, marks.ToDictionary(m => m.Value, m => arguments[m.Key]!));
    }

    private string Named(string text, Dictionary<string, ComputedArgument> arguments)
    {
        var repeated = arguments.Any(a => a.Value.MustBeNamed && Occurs(text, a.Key) > 1);

        // Neither query nor aggregate may stand where names do.
        var named = repeated ? arguments.Where(a => a.Value.IsEager || (a.Value.MustBeNamed && Occurs(text, a.Key) > 1)).ToArray() : [];
        foreach (var (mark, argument) in arguments.Where(a => !named.Contains(a)))
        {
            text = text.Replace(mark, argument.Text, StringComparison.Ordinal);
        }

        if (named.Length == 0)
        {
            return text;
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"x{variablesNamed++}");
        for (var i = 0; i < named.Length; i++)
        {
            text = text.Replace(named[i].Key, named.Length == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}.f{i}"), StringComparison.Ordinal);
        }

        return Let(name, named.Length == 1 ? named[0].Value.Text : Fields([.. named.Select(n => n.Value.Text)]), text);
    }

    private ComputedArgument Computed(Expression argument)
    {
        var (random, eager) = (randomCalls, eagerNodes);
        var text = Write(argument);
        return new ComputedArgument(
            text,
            MustBeNamed: argument.Type is not NullType && (text.Length > LongestRepeated || randomCalls > random),
            IsEager: eagerNodes > eager);
    }

    private string Recall(ComputedArgument argument)
    {
        eagerNodes += argument.IsEager ? 1 : 0;
        return argument.Text;
    }

    private static bool IsComputed(Expression expression) => expression is not (Literal or Attribute or LambdaVariable or Lambda or SqlText { IsQuery: false });

    private static int Occurs(string text, string part)
    {
        var count = 0;
        for (var at = text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = text.IndexOf(part, at + part.Length, StringComparison.Ordinal))
        {
            count++;
        }

        return count;
    }

    // MustBeNamed: too long to be repeated, or another value each time. IsEager: has a query or an aggregate in it.
    private sealed record ComputedArgument(string Text, bool MustBeNamed, bool IsEager)
    {
        public bool MayBeNamed => MustBeNamed || IsEager;
    }
}
