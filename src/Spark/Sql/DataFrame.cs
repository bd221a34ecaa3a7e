using System.Text.RegularExpressions;
using SparkEtl.Spark.Parsing;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Binding;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql.Types;
using Attribute = SparkEtl.Spark.Plan.Expressions.Attribute;

namespace SparkEtl.Spark.Sql;

/// <summary>
/// Rows with a schema: an immutable plan of how they come about. Nothing runs until an action (<see cref="Count()"/>,
/// <see cref="Collect()"/>, <see cref="Show(int, int, bool)"/>, <see cref="Write"/>...), but each call checks its columns and types at once and raises
/// <see cref="AnalysisException"/> where it was written.
/// </summary>
public sealed partial class DataFrame
{
    internal DataFrame(SparkSession session, Relation plan)
    {
        Session = session;
        Plan = plan;
    }

    internal SparkSession Session { get; }

    internal Relation Plan { get; }

    /// <inheritdoc cref="Col(string)"/>
    public Column this[string columnName] => Col(columnName);

    /// <summary>A column of this frame; it stays that column in whatever is made of the frame.</summary>
    /// <param name="colName">A name; <c>a.b</c> is field b of a, <c>`a.b`</c> a name with a point, <c>*</c> all columns.</param>
    /// <exception cref="AnalysisException">There is no such column, or there are several.</exception>
    public Column Col(string colName) => SparkSqlParser.ParseName(colName) switch
    {
        NameSyntax name => new Column(Bound(PlanBuilder.Column(Plan, name))),
        StarSyntax star => new Column(new ColumnsSyntax(new Scope(Plan).Expand(star).Select(Bound).ToSeq())),
        var other => new Column(other),
    };

    /// <summary>The columns whose whole name fits a regular expression between backticks; without backticks as <see cref="Col(string)"/>.</summary>
    /// <param name="colName">Such as <c>`amount_.*`</c>; case does not count.</param>
    public Column ColRegex(string colName)
    {
        ArgumentNullException.ThrowIfNull(colName);
        if (colName.Length < 2 || colName[0] != '`' || colName[^1] != '`')
        {
            return Col(colName);
        }

        var pattern = new Regex($"^(?:{colName[1..^1]})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        return new Column(new ColumnsSyntax(Plan.Output.Where(a => pattern.IsMatch(a.Name)).Select(Bound).ToSeq()));
    }

    /// <summary>The columns' names and types.</summary>
    public StructType Schema() => new(Plan.Output.Select(a => new StructField(a.Name, a.Type, a.Nullable)));

    /// <summary>Each column's name with its type as SQL writes it.</summary>
    public IEnumerable<Tuple<string, string>> DTypes() => Plan.Output.Select(a => Tuple.Create(a.Name, a.Type.SimpleString));

    /// <summary>The columns' names, in order.</summary>
    public IReadOnlyList<string> Columns() => [.. Plan.Output.Select(a => a.Name)];

    /// <summary>This frame.</summary>
    public DataFrame ToDF() => this;

    /// <summary>The same rows with the columns named anew.</summary>
    /// <param name="colNames">As many names as there are columns.</param>
    /// <exception cref="AnalysisException">The number of names is another.</exception>
    public DataFrame ToDF(params string[] colNames) => With(PlanBuilder.RenameAll(Plan, colNames.ToSeq()));

    /// <summary>Whether the rows are part of the plan, so that no engine is needed for them.</summary>
    public bool IsLocal() => Plan is LocalData;

    /// <summary>What the function makes of this frame: for steps written as functions, in a chain of calls.</summary>
    /// <param name="func">A step.</param>
    public DataFrame Transform(Func<DataFrame, DataFrame> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return func(this);
    }

    /// <summary>The same rows under a name, by which <c>name.column</c> finds its columns after a join.</summary>
    /// <param name="alias">The name.</param>
    public DataFrame As(string alias)
    {
        ArgumentException.ThrowIfNullOrEmpty(alias);
        return With(new Named(Plan, alias));
    }

    /// <inheritdoc cref="As(string)"/>
    public DataFrame Alias(string alias) => As(alias);

    /// <summary>A hint to Spark's optimiser, such as <c>broadcast</c>; never a change of the result.</summary>
    /// <param name="name">The hint's name.</param>
    /// <param name="parameters">Its parameters: constants.</param>
    public DataFrame Hint(string name, object[]? parameters = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return With(new Hint(Plan, name, (parameters ?? []).Select(p => LiteralConverter.ToLiteral(p)).Select(l => new Literal(l.Value, l.Type)).ToSeq()));
    }

    /// <summary>Nothing: a watermark has a meaning for streams only. The column must exist.</summary>
    /// <param name="eventTime">A column of timestamps.</param>
    /// <param name="delayThreshold">How late rows may come.</param>
    public DataFrame WithWatermark(string eventTime, string delayThreshold)
    {
        _ = Col(eventTime);
        return this;
    }

    /// <summary>Whether the other frame is made in the same way, so that both give the same rows; names of columns do not count.</summary>
    /// <param name="other">Another frame.</param>
    public bool SameSemantics(DataFrame other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return ReferenceEquals(other.Plan, Plan) || Semantics().SequenceEqual(other.Semantics());
    }

    /// <summary>A number that is the same for frames with the same semantics; see <see cref="SameSemantics"/>.</summary>
    public int SemanticHash() => string.Join('\n', Semantics()).GetHashCode(StringComparison.Ordinal);

    /// <summary>The frame over another plan.</summary>
    internal DataFrame With(Relation plan) => new(Session, plan);

    internal ExpressionSyntax Bound(Attribute attribute) => new BoundSyntax(attribute, Plan);

    private ExpressionSyntax Bound(Expression expression) => expression switch
    {
        Attribute attribute => Bound(attribute),
        GetField field => new FieldSyntax(Bound(field.Of), field.Field.Name),
        Alias alias => new AliasSyntax(Bound(alias.Of), [alias.Name]),
        _ => new ExactSyntax(expression),
    };

    private IReadOnlyList<string> Semantics() => Session.Engine.Explain(PlanBuilder.RenameAll(Plan, Plan.Output.Select((_, i) => $"c{i}").ToSeq()));
}
