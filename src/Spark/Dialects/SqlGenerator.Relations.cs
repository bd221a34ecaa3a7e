using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Plan.Relations;
using Attribute = SparkEtl.Spark.Plan.Expressions.Attribute;

namespace SparkEtl.Spark.Dialects;

/// <summary>Each kind of relation.</summary>
internal sealed partial class SqlGenerator
{
    public override Block VisitScan(Scan scan)
    {
        var source = Sources.Scan(scan);
        var table = NewTable();
        var texts = source.Columns(table);
        return new Block
        {
            From = $"{source.From} AS {table}",
            Columns = scan.Columns.Select((a, i) => new BlockColumn(a, BaseColumn(a, texts[i]))).ToSeq(),
        };
    }

    public override Block VisitLocalData(LocalData data)
    {
        if (Sources.Boundary(data) is not null)
        {
            return Boundary(data, data);
        }

        if (data.Columns.Count == 0 && data.Rows.Count == 1)
        {
            return new Block { Columns = [] };
        }

        if (data.Rows.Count == 0)
        {
            return new Block { Columns = data.Columns.Map(a => new BlockColumn(a, Literal.Null(a.Type))), Where = [Literal.False] };
        }

        var table = NewTable();
        var made = data.Columns.Map(_ => NewColumn());
        return new Block
        {
            From = Dialect.Values(data, table, made, Writer),
            Columns = data.Columns.Select((a, i) => new BlockColumn(a, BaseColumn(a, $"{table}.{made[i]}"))).ToSeq(),
        };
    }

    public override Block VisitRangeData(RangeData range)
    {
        var table = NewTable();
        var column = NewColumn();
        return new Block
        {
            From = Dialect.Range(range, table, column),
            Columns = [new BlockColumn(range.Column, BaseColumn(range.Column, $"{table}.{column}"))],
        };
    }

    public override Block VisitProject(Project project)
    {
        var input = Below(project.Input);
        var expressions = project.Items.Map(i => i is Alias alias ? alias.Of : i);
        var onlyColumns = expressions.All(e => e is Attribute);
        var ordered = input.OrderBy.Count > 0 || input.IsLimited;
        var fails = !onlyColumns && input.IsLimited;

        // Over grouping sets Spark takes a key inside of an aggregate, over a window too, for the column before it was grouped.
        var overSets = input.GroupingSets is not null && expressions.Any(e => e.Contains<WindowCall>(w => w.Function is AggregateCall));
        if (!input.TakesProjection || fails || overSets || (ordered && expressions.Any(e => e.Contains<WindowCall>())) || !Folding.CanFold(input, expressions, kept: false))
        {
            input = Wrap(input);
        }

        var definitions = Folding.Definitions(input);
        return input with
        {
            Columns = project.Items.Map(i => new BlockColumn(
                Project.AttributeOf(i), Substitute(i is Alias alias ? alias.Of : i, definitions))),
        };
    }

    public override Block VisitFilter(Filter filter)
    {
        var input = Below(filter.Input);
        // Over grouping sets Spark 3.5 knows in HAVING what is selected only.
        if (input.GroupBy is not null && input.GroupingSets is null && !input.HasWindows && input.OrderBy.Count == 0 && !input.IsLimited && input.TakesProjection
            && Folding.CanFold(input, [filter.Condition], kept: true))
        {
            return input with { Having = input.Having.Add(Substitute(filter.Condition, Folding.Definitions(input))) };
        }

        if (!input.TakesFilter || !Folding.CanFold(input, [filter.Condition], kept: true))
        {
            input = Wrap(input);
        }

        // A sort below keeps its place: filtering sorted rows leaves them sorted.
        return input with { Where = input.Where.Add(Substitute(filter.Condition, Folding.Definitions(input))) };
    }

    public override Block VisitJoin(Join join)
    {
        var left = Side(Below(join.Left));
        var definitions = Folding.Definitions(left);
        var right = join.Lateral
            ? Enclosed(definitions, () => Lateral(Wrap(Below(join.Right), keepOrder: false)))
            : Side(Below(join.Right));
        var both = left.Columns.AddRange(right.Columns);
        foreach (var column in right.Columns)
        {
            definitions.TryAdd(column.Attribute.Id, column.Definition);
        }

        // A join that stands on the right of another needs parentheses.
        var rightFrom = right.From!.Contains(" JOIN ", StringComparison.Ordinal) && !right.From.StartsWith('(') ? $"({right.From})" : right.From;
        var on = join.Condition is null ? string.Empty : $" ON {Writer.Write(Substitute(join.Condition, definitions))}";
        var kind = join.Condition is null ? JoinKind.Cross : join.Kind;
        return new Block
        {
            From = $"{left.From} {Dialect.JoinWords(kind)} {rightFrom}{on}",
            Columns = join.Kind is JoinKind.LeftSemi or JoinKind.LeftAnti
                ? left.Columns
                : both.Select((c, i) => new BlockColumn(join.Output[i], c.Definition)).ToSeq(),
        };
    }

    public override Block VisitAggregate(Aggregate aggregate)
    {
        var input = Below(aggregate.Input);
        var keys = aggregate.Keys.Map(k => k is Alias alias ? alias.Of : k);
        var values = aggregate.Aggregates.Map(a => a.Of);
        var keyed = keys.All(k => k is Attribute);
        if (!input.TakesFilter || input.OrderBy.Count > 0 || !Folding.CanFold(input, keys.AddRange(values), kept: false))
        {
            input = Wrap(input, keepOrder: false);
        }

        var definitions = Folding.Definitions(input);
        if (!keyed || keys.Any(k => definitions.TryGetValue(((Attribute)k).Id, out var d) && d is not Attribute))
        {
            // Keys are plain columns, so that a text cannot be taken for a position or miss its match in GROUP BY.
            var made = keys.Map(k => Attribute.New("key", k.Type, k.Nullable));
            var needed = values.SelectMany(v => v.Attributes()).Distinct().Where(a => definitions.ContainsKey(a.Id));
            var computed = made.Zip(keys, (a, k) => new BlockColumn(a, Substitute(k, definitions)))
                .Concat(needed.Select(a => new BlockColumn(a, definitions[a.Id]))).ToSeq();

            // grouping(key) names its key by the expression; let it find the column.
            values = values.Map(v => v.Rewrite(e => keys.Select((k, i) => (k, i)).FirstOrDefault(p => p.k is not Attribute && p.k.Equals(e)) is { k: not null } hit
                ? made[hit.i] : null));
            input = Wrap(input with { Columns = computed }, keepOrder: false);
            definitions = Folding.Definitions(input);
            keys = made.Map(a => (Expression)a);
        }

        var groupBy = keys.Map(k => Substitute(k, definitions));
        var outputs = aggregate.Keys.Select((k, i) => new BlockColumn(aggregate.Output[i], groupBy[i]))
            .Concat(aggregate.Aggregates.Select((a, i) => new BlockColumn(Project.AttributeOf(a), Substitute(values[i], definitions)))).ToSeq();
        return input with { Columns = outputs, GroupBy = groupBy, GroupingSets = aggregate.GroupingSets, Having = Dialect.HavingOf(aggregate) };
    }

    public override Block VisitGenerate(Generate generate) => Dialect.Generate(generate, Below(generate.Input), this);

    public override Block VisitSort(Sort sort)
    {
        var input = Below(sort.Input);
        var keys = sort.Order.Map(o => o.Of);

        // Over grouping sets, groups that were filtered, and groups with a hint, Spark sorts by what is selected only.
        if (input.Distinct || input.DistinctOn.Count > 0 || input.IsLimited || input.GroupingSets is not null || input.Having.Count > 0
            || (input.GroupBy is not null && input.Hints.Count > 0) || !Folding.CanFold(input, keys, kept: true))
        {
            input = Wrap(input, keepOrder: false);
        }

        var definitions = Folding.Definitions(input);
        return input with { OrderBy = sort.Order.Map(o => o with { Of = Substitute(o.Of, definitions) }), GlobalOrder = sort.Global };
    }

    public override Block VisitLimit(Limit limit)
    {
        var input = Below(limit.Input);
        if (input.IsLimited)
        {
            input = Wrap(input);
        }

        return input with { Limit = limit.Count, Offset = limit.Offset };
    }

    public override Block VisitTail(Tail tail) =>
        throw new InvalidOperationException("The last rows are taken by the engine, after the query.");

    public override Block VisitSetOperation(SetOperation operation)
    {
        var word = operation.Kind.ToString().ToUpperInvariant() + (operation.All ? " ALL" : string.Empty);
        var made = operation.Columns.Map(_ => NewColumn());
        var parts = operation.Operands.Map(o =>
        {
            var block = Below(o);
            var index = 0;
            return $"({Select(block with { OrderBy = block.IsLimited ? block.OrderBy : [] }, _ => made[index++])})";
        });
        var table = NewTable();
        return new Block
        {
            From = $"({string.Join($" {word} ", parts)}) AS {table}",
            Columns = operation.Columns.Select((a, i) => new BlockColumn(a, BaseColumn(a, $"{table}.{made[i]}"))).ToSeq(),
        };
    }

    public override Block VisitDistinct(Distinct distinct)
    {
        var input = Below(distinct.Input);
        input = input.OrderBy.Count > 0 || input.IsLimited || !input.TakesProjection ? Wrap(input, keepOrder: false) : input;
        return input with { Distinct = true };
    }

    public override Block VisitDeduplicate(Deduplicate deduplicate) => Dialect.Deduplicate(deduplicate, Below(deduplicate.Input), this);

    public override Block VisitSample(Sample sample) => Dialect.Sample(sample, Below(sample.Input), this);

    public override Block VisitNamed(Named named) => Below(named.Input);

    public override Block VisitRepartition(Repartition repartition) => Dialect.Repartition(repartition, Below(repartition.Input), this);

    public override Block VisitHint(Hint hint) => Dialect.Hint(hint, Below(hint.Input), this);

    public override Block VisitObserve(Observe observe) => Boundary(observe, observe.Input);

    // Rows kept for an observed relation under it may lack the columns that it does not use.
    public override Block VisitPersisted(Persisted persisted)
    {
        var block = Boundary(persisted, persisted.Input);
        var definitions = Folding.Definitions(block);
        return block with { Columns = persisted.Output.Map(a => new BlockColumn(a, definitions[a.Id])) };
    }

    /// <summary>The block of an input.</summary>
    public Block Below(Relation relation) => Recursion.Run(() => Visit(relation));

    private Block Boundary(Relation boundary, Relation input)
    {
        if (Sources.Boundary(boundary) is not { } from)
        {
            return Below(input);
        }

        var table = NewTable();
        return new Block
        {
            From = $"{from.Name} AS {table}",
            Columns = boundary.Output.Select((a, i) => (Column: a, Index: i))
                .Where(c => from.Kept is null || from.Kept.Contains(c.Index))
                .Select(c => new BlockColumn(c.Column, BaseColumn(c.Column, $"{table}.c{c.Index}"))).ToSeq(),
        };
    }

    private Block Side(Block block) => block is { IsBare: true, HasViews: false } ? block : Wrap(block, keepOrder: false);

    private static Block Lateral(Block block) => block with { From = "LATERAL " + block.From };
}
