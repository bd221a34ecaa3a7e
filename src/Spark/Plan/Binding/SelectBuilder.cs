using SparkEtl.Spark.Catalogue;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;
using Attribute = SparkEtl.Spark.Plan.Expressions.Attribute;

namespace SparkEtl.Spark.Plan.Binding;

/// <summary>What a SELECT, or a method like it, says about one input.</summary>
internal sealed record Selection(Seq<ExpressionSyntax> Items)
{
    public GroupBySyntax? GroupBy { get; init; }

    public ExpressionSyntax? Having { get; init; }

    public bool Distinct { get; init; }

    public Seq<SortSyntax> OrderBy { get; init; } = [];

    public bool SortWithinPartitions { get; init; }

    public Seq<NamedWindowSyntax> Windows { get; init; } = [];
}

/// <summary>
/// Builds a selection in layers over its input: groups, HAVING, generators, the items (in several projections where one item uses the name
/// of another), DISTINCT, the order.
/// </summary>
internal sealed class SelectBuilder(Relation input, Selection selection, Scope? outer, QueryBinder? queries)
{
    private readonly Dictionary<string, WindowSyntax> windows =
        selection.Windows.ToDictionary(w => w.Name, w => w.Window, StringComparer.OrdinalIgnoreCase);

    // Aliases of items, by name: the attribute other items see, and the expression it stands for.
    private readonly Dictionary<string, Expression> lateral = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Expression> meanings = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Item> items = [];
    private Relation relation = null!;

    public Relation Build()
    {
        relation = input;
        foreach (var syntax in selection.Items)
        {
            BindItem(syntax);
        }

        var having = selection.Having is null ? null : BindWithMeanings(selection.Having, aliasesFirst: true);
        var order = selection.OrderBy.Map(s => (Syntax: s, Bound: BindOrder(s)));
        if (selection.GroupBy is not null || having is not null || items.Exists(i => HasAggregate(i.Expression)) || order.Any(o => HasAggregate(o.Bound)))
        {
            var grouping = new GroupingBuilder(input, Group(), selection.GroupBy?.Elements.Any(e => e.Kind != GroupingElementKind.Plain) == true);
            relation = grouping.Relation;
            for (var i = 0; i < items.Count; i++)
            {
                items[i] = items[i] with { Expression = grouping.Over(items[i].Expression, LateralIds()) };
            }

            order = order.Map(o => (o.Syntax, grouping.Over(o.Bound, LateralIds())));
            having = having is null ? null : grouping.Over(having, LateralIds());
            relation = grouping.Relation;
        }

        if (having is not null)
        {
            relation = new Filter(relation, having);
        }

        Generate();
        return Order(order);
    }

    private static bool HasAggregate(Expression expression) => expression switch
    {
        AggregateCall => true,
        WindowCall window => window.Function.Children.Any(HasAggregate) || window.PartitionBy.Any(HasAggregate) || window.OrderBy.Any(o => HasAggregate(o.Of)),
        _ => expression.Children.Any(HasAggregate),
    };

    private static bool IsGenerator(Expression expression) => expression is Call { Function.Kind: FunctionKind.Generator };

    private HashSet<AttributeId> LateralIds() => [.. lateral.Values.OfType<Attribute>().Select(a => a.Id)];

    private Scope Names(IReadOnlyDictionary<string, Expression> aliases, bool aliasesFirst) => new(input)
    {
        Outer = outer,
        Windows = windows,
        Queries = queries,
        Aliases = aliases,
        AliasesFirst = aliasesFirst,
    };

    private void BindItem(ExpressionSyntax syntax)
    {
        var scope = Names(lateral, aliasesFirst: false);
        if (syntax is StarSyntax star)
        {
            var except = star.Except.Map(e => scope.Resolve(e));
            items.AddRange(scope.Expand(star).Where(e => !except.Contains(e is Alias a ? a.Of : e)).Select(e => e switch
            {
                Alias alias => new Item(alias.Of, alias.Name, alias.Id, []),
                Attribute attribute => new Item(attribute, attribute.Name, attribute.Id, []),
                _ => throw new InvalidOperationException("A star gives columns."),
            }));
            return;
        }

        var names = syntax is AliasSyntax alias ? alias.Names : [];
        var expression = new ExpressionBinder(scope).Bind(syntax is AliasSyntax { Of: var of } ? of : syntax);
        if (expression is Alias named)
        {
            expression = named.Of;
        }

        if (names.Count > 1 && !IsGenerator(expression))
        {
            throw BindingError.At(
                syntax.At, "MULTI_ALIAS_WITHOUT_GENERATOR", "Several names need an expression that gives several columns, such as explode of a map.");
        }

        var id = expression is Attribute same && names.Count == 0 && !lateral.ContainsValue(same) ? same.Id : new AttributeId();
        var item = new Item(expression, names.Count > 0 ? names[0] : AutomaticName(syntax, expression), id, names);
        items.Add(item);
        if (names.Count == 1 && !IsGenerator(expression))
        {
            lateral[item.Name] = new Attribute(id, item.Name, expression.Type, expression.Nullable);
            meanings[item.Name] = expression;
        }
    }

    private static string AutomaticName(ExpressionSyntax syntax, Expression expression) =>
        expression is Attribute attribute ? attribute.Name : SyntaxPrinter.Print(syntax);

    private Expression BindWithMeanings(ExpressionSyntax syntax, bool aliasesFirst) =>
        Inline(new ExpressionBinder(Names(meanings, aliasesFirst)).Bind(syntax));

    // A meaning may itself use the name of an earlier item.
    private Expression Inline(Expression expression) => expression.Rewrite(e =>
        e is Attribute attribute && lateral.Any(l => l.Value.Equals(attribute)) && meanings.TryGetValue(attribute.Name, out var meaning) ? Inline(meaning) : null);

    private Expression BindOrder(SortSyntax sort)
    {
        if (sort.Of is LiteralSyntax { Value: int ordinal })
        {
            return ordinal >= 1 && ordinal <= items.Count ? items[ordinal - 1].Expression : throw BindingError.At(
                sort.At, "ORDER_BY_POS_OUT_OF_RANGE", $"ORDER BY {ordinal}: the query has columns 1 to {items.Count}.");
        }

        var bound = BindWithMeanings(sort.Of, aliasesFirst: true);
        return Coercion.IsOrderable(bound.Type) ? bound : throw BindingError.At(
            sort.At, "DATATYPE_MISMATCH.INVALID_ORDERING_TYPE", $"{bound.Type.SimpleString} has no order, so {SyntaxPrinter.Print(sort.Of)} cannot be sorted by.");
    }

    private List<List<Expression>> Group()
    {
        if (selection.GroupBy is not { } groupBy)
        {
            return [[]];
        }

        if (groupBy.All)
        {
            return [[.. items.Where(i => !HasAggregate(i.Expression)).Select(i => Inline(i.Expression))]];
        }

        List<List<Expression>> sets = [[]];
        foreach (var element in groupBy.Elements)
        {
            var bound = element.Sets.Map(set => set.Map(BindKey));
            var choices = GroupingSets.Expand(element.Kind, bound);
            sets = [.. sets.SelectMany(left => choices.Select(right => left.Concat(right).ToList()))];
        }

        return sets;
    }

    private Expression BindKey(ExpressionSyntax syntax)
    {
        var key = syntax is LiteralSyntax { Value: int ordinal }
            ? ordinal >= 1 && ordinal <= items.Count ? Inline(items[ordinal - 1].Expression) : throw BindingError.At(
                syntax.At, "GROUP_BY_POS_OUT_OF_RANGE", $"GROUP BY {ordinal}: the query has columns 1 to {items.Count}.")
            : BindWithMeanings(syntax is AliasSyntax alias ? alias.Of : syntax, aliasesFirst: false);
        if (HasAggregate(key))
        {
            throw BindingError.At(syntax.At, "GROUP_BY_AGGREGATE", $"GROUP BY cannot hold the aggregate {SyntaxPrinter.Print(syntax)}.");
        }

        return key.Type is MapType ? throw BindingError.At(
            syntax.At, "GROUP_EXPRESSION_TYPE_IS_NOT_ORDERABLE", $"A {key.Type.SimpleString} cannot be grouped by.") : key;
    }

    private void Generate()
    {
        // Of several, each gives its rows beside those of the one before.
        while (items.FindIndex(i => IsGenerator(i.Expression)) is >= 0 and var index)
        {
            var item = items[index];
            var call = (Call)item.Expression;
            var generated = PlanBuilder.GeneratedColumns(call, item.Names);
            relation = new Generate(relation, call, PlanBuilder.IsOuter(call), generated);
            items.RemoveAt(index);
            items.InsertRange(index, generated.Map(a => new Item(a, a.Name, a.Id, [])));
        }

        if (items.Find(i => i.Expression.Contains<Call>(IsGenerator)) is { } nested)
        {
            throw new AnalysisException(
                "UNSUPPORTED_GENERATOR.NESTED_IN_EXPRESSIONS", $"A generator must be a column of its own, found it inside {nested.Name}.");
        }
    }

    private Relation Order(Seq<(SortSyntax Syntax, Expression Bound)> order)
    {
        var visible = items.Count;
        var keys = new List<SortOrder>();
        foreach (var (syntax, bound) in order)
        {
            if (Coercion.IsConstant(bound))
            {
                continue;
            }

            var item = items.Find(i => i.Expression.Equals(bound));
            if (item is null)
            {
                if (selection.Distinct)
                {
                    throw BindingError.At(
                        syntax.At,
                        "UNRESOLVED_COLUMN.WITH_SUGGESTION",
                        $"SELECT DISTINCT can only be sorted by its own columns, and {SyntaxPrinter.Print(syntax.Of)} is none of them.");
                }

                item = new Item(bound, SyntaxPrinter.Print(syntax.Of), bound is Attribute a ? a.Id : new AttributeId(), []);
                items.Add(item);
            }

            keys.Add(new SortOrder(item.Attribute, syntax.Descending, syntax.NullsFirst ?? !syntax.Descending));
        }

        var result = Layers();
        if (selection.Distinct)
        {
            result = new Distinct(result);
        }

        if (keys.Count > 0)
        {
            result = new Sort(result, keys.ToSeq(), !selection.SortWithinPartitions);
        }

        return items.Count == visible ? result : new Project(result, items.Take(visible).Select(i => (Expression)i.Attribute).ToSeq());
    }

    private Relation Layers()
    {
        if (lateral.Count == 0)
        {
            return Project(relation);
        }

        var aliases = LateralIds();
        var made = items.Where(i => aliases.Contains(i.Id)).ToDictionary(i => i.Id);
        var level = new Dictionary<AttributeId, int>();
        var levels = items.ConvertAll(Level);
        var result = relation;
        for (var layer = 0; layer < levels.DefaultIfEmpty(0).Max(); layer++)
        {
            var later = items.Where((_, i) => levels[i] > layer).SelectMany(i => i.Expression.Attributes()).Where(a => result.Output.Contains(a)).Distinct();
            var here = items.Where((_, i) => levels[i] <= layer).Select(i => result.Output.Contains(i.Attribute) ? i.Attribute : i.Named).ToArray();
            result = new Project(result, here.Concat(later.Except(here.OfType<Attribute>())).ToSeq());
        }

        return Project(result);

        int Level(Item item)
        {
            if (level.TryGetValue(item.Id, out var known) && made.ContainsKey(item.Id))
            {
                return known;
            }

            var own = item.Expression.Attributes()
                .Select(a => made.TryGetValue(a.Id, out var other) && !ReferenceEquals(other, item) ? Level(other) + 1 : 0).DefaultIfEmpty(0).Max();
            return level[item.Id] = own;
        }
    }

    private Relation Project(Relation from)
    {
        var given = from.Output.Select(a => a.Id).ToHashSet();
        var original = relation.Output.Select(a => a.Id).ToHashSet();
        var made = items.ConvertAll(i => given.Contains(i.Id) && (i.Expression.Equals(i.Attribute) || !original.Contains(i.Id))
            ? i.Attribute
            : i.Named);
        return made.Count == from.Output.Count && made.Zip(from.Output).All(p => p.First is Attribute a && a.Equals(p.Second) && a.Name == p.Second.Name)
            ? from
            : new Project(from, made.ToSeq());
    }

    private sealed record Item(Expression Expression, string Name, AttributeId Id, Seq<string> Names)
    {
        public Attribute Attribute { get; } = new(Id, Name, Expression.Type, Expression.Nullable)
        {
            Qualifier = Expression is Attribute attribute && ReferenceEquals(attribute.Id, Id) ? attribute.Qualifier : null,
        };

        /// <summary>The item as a projection writes it.</summary>
        public Expression Named => Expression is Attribute attribute && ReferenceEquals(attribute.Id, Id)
            ? attribute
            : new Alias(Expression, Name, Id);
    }
}
