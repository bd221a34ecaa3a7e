using SparkEtl.Spark.Catalogue;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;
using SparkEtl.Utils.Errors;
using Attribute = SparkEtl.Spark.Plan.Expressions.Attribute;

namespace SparkEtl.Spark.Plan.Binding;

/// <summary>
/// The steps a DataFrame is made of: each binds what was written to its input and gives the relation over it, or raises
/// <see cref="AnalysisException"/>. SQL text goes through the same steps.
/// </summary>
internal static partial class PlanBuilder
{
    /// <summary>The column <c>df["x"]</c>; the name may have qualifiers and struct fields.</summary>
    public static Expression Column(Relation input, NameSyntax name) => new Scope(input).Resolve(name);

    /// <summary>Columns computed from the input's; aggregates among them make one group of all rows.</summary>
    public static Relation Select(Relation input, Seq<ExpressionSyntax> items, QueryBinder? queries = null) =>
        new SelectBuilder(input, new Selection(items), outer: null, queries).Build();

    /// <summary>Groups: the key columns, then the items.</summary>
    public static Relation Aggregate(Relation input, GroupBySyntax groupBy, Seq<ExpressionSyntax> items, QueryBinder? queries = null)
    {
        var keys = groupBy.Elements.SelectMany(e => e.Sets).SelectMany(s => s).Distinct();
        return new SelectBuilder(input, new Selection(keys.Concat(items).ToSeq()) { GroupBy = groupBy }, outer: null, queries).Build();
    }

    /// <summary>The rows for which the condition is true; it may use a column that the last projections dropped.</summary>
    public static Relation Filter(Relation input, ExpressionSyntax condition, QueryBinder? queries = null) => WithMissing(
        input,
        [condition],
        over => new ExpressionBinder(new Scope(over) { Queries = queries }).BindCondition(condition, "The condition of a filter"),
        (over, bound) => Refuse(bound, "a filter") ?? new Filter(over, bound));

    /// <summary>Sorted rows; the keys may use columns that the last projections dropped.</summary>
    public static Relation Sort(Relation input, Seq<ExpressionSyntax> keys, bool global, QueryBinder? queries = null) => WithMissing(
        input,
        keys,
        over => keys.Map(new ExpressionBinder(new Scope(over) { Queries = queries }).BindSort),
        (over, bound) => new Sort(over, bound, global));

    /// <summary>The input with a column added, or replaced when one has that name.</summary>
    public static Relation WithColumn(Relation input, string name, ExpressionSyntax column, QueryBinder? queries = null)
    {
        var replaces = input.Output.Any(a => Same(a.Name, name));
        var items = input.Output.Map(a => Same(a.Name, name) ? new AliasSyntax(column, [name]) : (ExpressionSyntax)new ExactSyntax(a));
        return Select(input, replaces ? items : items.Add(new AliasSyntax(column, [name])), queries);
    }

    /// <summary>The input with a column renamed; as it is when none has the name.</summary>
    public static Relation Rename(Relation input, string from, string to) => input.Output.Any(a => Same(a.Name, from))
        ? new Project(input, input.Output.Map(a => Same(a.Name, from) ? Alias.New(a, to) : (Expression)a))
        : input;

    /// <summary>The input with its columns named anew, by position.</summary>
    public static Relation RenameAll(Relation input, Seq<string> names)
    {
        if (names.Count != input.Output.Count)
        {
            throw new AnalysisException(
                "ASSIGNMENT_ARITY_MISMATCH", $"{names.Count} column name(s) for {input.Output.Count} column(s): {string.Join(", ", input.Output.Map(a => a.Name))}.");
        }

        return new Project(input, input.Output.Zip(names, (a, n) => a.Name == n ? (Expression)a : Alias.New(a, n)).ToSeq());
    }

    /// <summary>The input without the columns of those names; names it does not have are passed over.</summary>
    public static Relation Drop(Relation input, Seq<string> names) => Keep(input, a => !names.Any(n => Same(n, a.Name)));

    /// <summary>The input without that column; as it is when it does not have it.</summary>
    public static Relation Drop(Relation input, ExpressionSyntax column)
    {
        var found = column switch
        {
            NameSyntax name => new Scope(input).TryResolve(name),
            BoundSyntax bound => Origins.Find(input, bound.Attribute, bound.Origin).SingleOrDefault(),
            _ => throw BindingError.At(column.At, "UNSUPPORTED_DROP", $"Drop takes a column, found {SyntaxPrinter.Print(column)}."),
        };
        return found is Attribute attribute ? Keep(input, a => !a.Equals(attribute)) : input;
    }

    /// <summary>At most that many rows (null: all) after an offset.</summary>
    public static Relation Limit(Relation input, long? count, long offset = 0) => count < 0 || offset < 0
        ? throw new AnalysisException("INVALID_LIMIT_LIKE_EXPRESSION.IS_NEGATIVE", $"A limit cannot be negative, found {Math.Min(count ?? 0, offset)}.")
        : new Limit(input, count, offset);

    /// <summary>One whole row for each different value of those columns.</summary>
    public static Relation Deduplicate(Relation input, Seq<string> names) => new Deduplicate(
        input,
        names.SelectMany(n => input.Output.Where(a => Same(a.Name, n)) is var found && found.Any()
            ? found
            : throw Unresolved(n, input)).ToSeq());

    /// <summary>Aggregates over the rows that pass, returned beside the action.</summary>
    public static Relation Observe(Relation input, string name, Seq<ExpressionSyntax> metrics)
    {
        var binder = new ExpressionBinder(new Scope(input));
        return new Observe(input, name, metrics.Map(m =>
        {
            var bound = binder.Bind(m);
            var alias = bound as Alias ?? Alias.New(bound, SyntaxPrinter.Print(m));
            var outside = alias.Of.Rewrite(e => e is AggregateCall ? Literal.True : null);
            return outside.Attributes().Any() || !alias.Of.Contains<AggregateCall>()
                ? throw new AnalysisException("INVALID_OBSERVED_METRICS.NON_AGGREGATE_FUNC_ARG_IS_ATTRIBUTE", $"An observed metric must be an aggregate, found {SyntaxPrinter.Print(m)}.")
                : alias;
        }));
    }

    /// <summary>The columns a generator gives, under those names when as many are written.</summary>
    public static Seq<Attribute> GeneratedColumns(Call generator, Seq<string> names)
    {
        var columns = ((StructType)generator.Type).Fields;
        if (names.Count > 0 && names.Count != columns.Count)
        {
            throw new AnalysisException(
                "UDTF_ALIAS_NUMBER_MISMATCH", $"{generator.Function.Name} gives {columns.Count} column(s), {names.Count} name(s) are written: {string.Join(", ", names)}.");
        }

        return columns.Select((c, i) => Attribute.New(names.Count > 0 ? names[i] : c.Name, c.DataType, c.IsNullable || IsOuter(generator))).ToSeq();
    }

    /// <summary>Whether a generator gives a row of nulls when it has nothing to give.</summary>
    public static bool IsOuter(Call generator) => generator.Function.Name.EndsWith("_outer", StringComparison.Ordinal);

    /// <summary>The relation with its columns cast to those types.</summary>
    public static Relation CastColumns(Relation input, IReadOnlyList<DataType> types) =>
        input.Output.Zip(types).All(p => Coercion.SameShape(p.First.Type, p.Second))
            ? input
            : new Project(input, input.Output.Zip(types, (a, t) => Coercion.SameShape(a.Type, t) ? (Expression)a : Alias.New(Coercion.CastTo(a, t), a.Name)).ToSeq());

    private static bool Same(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);

    private static Relation Keep(Relation input, Func<Attribute, bool> keep)
    {
        var kept = input.Output.Where(keep).ToSeq();
        return kept.Count == input.Output.Count ? input : new Project(input, kept.Map(a => (Expression)a));
    }

    private static AnalysisException Unresolved(string name, Relation input) => new(
        "UNRESOLVED_COLUMN.WITH_SUGGESTION",
        $"There is no column '{name}'{NearestName.Clause(name, input.Output.Map(a => a.Name)).TrimEnd('?')}. The columns are: {string.Join(", ", input.Output.Map(a => a.Name))}.");

    internal static void RefuseInCondition(Expression bound, string where) => _ = Refuse(bound, where);

    private static Relation? Refuse(Expression bound, string where)
    {
        if (bound.SelfAndDescendants().FirstOrDefault(e => e is AggregateCall or WindowCall or Call { Function.Kind: FunctionKind.Generator }) is not { } found)
        {
            return null;
        }

        var (what, error) = found switch
        {
            AggregateCall => ("an aggregate", "INVALID_WHERE_CONDITION"),
            WindowCall => ("a window function", "UNSUPPORTED_EXPR_FOR_OPERATOR"),
            _ => ("a generator", "UNSUPPORTED_GENERATOR.OUTSIDE_SELECT"),
        };
        throw new AnalysisException(error, $"{char.ToUpperInvariant(where[0])}{where[1..]} cannot hold {what}; compute it in a column first.");
    }
}
