using SparkEtl.Spark.Catalogue;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Plan.Relations;
using Attribute = SparkEtl.Spark.Plan.Expressions.Attribute;

namespace SparkEtl.Spark.Plan.Binding;

/// <summary>Where a query finds the tables and views it names.</summary>
internal interface ITableResolver
{
    /// <summary>The relation of that name, or null.</summary>
    Relation? Resolve(Seq<string> name);

    /// <summary>Names that exist, for errors.</summary>
    IEnumerable<string> Names { get; }
}

/// <summary>Whole queries as written to relations.</summary>
internal sealed partial class QueryBinder(ITableResolver tables)
{
    private readonly Dictionary<string, Relation> commonTables = new(StringComparer.OrdinalIgnoreCase);

    private QueryBinder(ITableResolver tables, Dictionary<string, Relation> commonTables)
        : this(tables)
    {
        this.commonTables = commonTables;
    }

    /// <summary>Binds a query. <paramref name="outer"/> is the scope around it when it is a subquery.</summary>
    public Relation Bind(QuerySyntax query, Scope? outer = null) => Recursion.Run(() => query switch
    {
        WithSyntax with => BindWith(with, outer),
        SelectSyntax select => BindSelect(select, outer, [], withinPartitions: false),
        OrderedSyntax ordered => BindOrdered(ordered, outer),
        SetOperationSyntax operation => BindSetOperation(operation, outer),
        ValuesSyntax values => BindValues(values, outer),
        TableSyntax table => BindTable(table),
        AliasedSyntax aliased => BindAliased(aliased, outer),
        JoinSyntax join => BindJoin(join, outer),
        LateralViewSyntax view => BindLateralView(view, outer),
        PivotSyntax pivot => BindPivot(pivot, outer),
        TableFunctionSyntax function => BindTableFunction(function, outer),
        TableSampleSyntax sample => BindSample(sample, outer),
        _ => throw new InvalidOperationException($"{query.GetType().Name} has no binding."),
    });

    private Relation BindWith(WithSyntax with, Scope? outer)
    {
        var inner = new QueryBinder(tables, new Dictionary<string, Relation>(commonTables, StringComparer.OrdinalIgnoreCase));
        foreach (var table in with.Tables)
        {
            var bound = inner.Bind(table.Query, outer);
            inner.commonTables[table.Name] = table.Columns.Count == 0 ? bound : PlanBuilder.RenameAll(bound, table.Columns);
        }

        return inner.Bind(with.Body, outer);
    }

    private Relation BindSelect(SelectSyntax select, Scope? outer, Seq<SortSyntax> orderBy, bool withinPartitions)
    {
        var from = select.From is null ? LocalData.OneRow : Bind(select.From, outer);
        if (select.Where is not null)
        {
            var condition = new ExpressionBinder(new Scope(from) { Outer = outer, Queries = this }).BindCondition(select.Where, "WHERE");
            PlanBuilder.RefuseInCondition(condition, "WHERE");
            from = new Filter(from, condition);
        }

        var selection = new Selection(select.Items)
        {
            GroupBy = select.GroupBy,
            Having = select.Having,
            Distinct = select.Distinct,
            OrderBy = orderBy,
            SortWithinPartitions = withinPartitions,
            Windows = select.Windows,
        };
        return new SelectBuilder(from, selection, outer, this).Build();
    }

    private Relation BindOrdered(OrderedSyntax ordered, Scope? outer)
    {
        var relation = ordered.Query is SelectSyntax select
            ? BindSelect(select, outer, ordered.OrderBy, ordered.WithinPartitions)
            : SortOutput(Bind(ordered.Query, outer), ordered);
        return ordered.Limit is null && ordered.Offset is null
            ? relation
            : PlanBuilder.Limit(relation, Number(ordered.Limit, "LIMIT"), Number(ordered.Offset, "OFFSET") ?? 0);
    }

    private Relation SortOutput(Relation relation, OrderedSyntax ordered)
    {
        if (ordered.OrderBy.Count == 0)
        {
            return relation;
        }

        var keys = ordered.OrderBy.Map(s => s.Of is LiteralSyntax { Value: int ordinal }
            ? s with
            {
                Of = ordinal >= 1 && ordinal <= relation.Output.Count
                    ? new ExactSyntax(relation.Output[ordinal - 1])
                    : throw BindingError.At(s.At, "ORDER_BY_POS_OUT_OF_RANGE", $"ORDER BY {ordinal}: the query has columns 1 to {relation.Output.Count}."),
            }
            : (ExpressionSyntax)s);
        return PlanBuilder.Sort(relation, keys, !ordered.WithinPartitions, this);
    }

    private static long? Number(ExpressionSyntax? syntax, string clause)
    {
        if (syntax is null)
        {
            return null;
        }

        var bound = new ExpressionBinder(new Scope(LocalData.OneRow)).Bind(syntax);
        return ConstantFolding.Fold(bound) is Literal { Value: sbyte or short or int or long } literal
            ? Convert.ToInt64(literal.Value, System.Globalization.CultureInfo.InvariantCulture)
            : throw BindingError.At(
                syntax.At, "INVALID_LIMIT_LIKE_EXPRESSION.IS_UNFOLDABLE", $"{clause} takes a constant whole number, found {SyntaxPrinter.Print(syntax)}.");
    }

    private Relation BindSetOperation(SetOperationSyntax operation, Scope? outer)
    {
        var left = Bind(operation.Left, outer);
        return BindingError.Pointing(
            operation.At, () => PlanBuilder.SetOperation(operation.Kind, operation.All, left, Bind(operation.Right, outer)));
    }

    private Relation BindValues(ValuesSyntax values, Scope? outer)
    {
        var binder = new ExpressionBinder(new Scope(LocalData.OneRow) { Outer = outer, Queries = this });
        var rows = values.Rows.Map(r => r.Map(binder.Bind));
        var width = rows[0].Count;
        if (rows.FirstOrDefault(r => r.Count != width) is { } odd)
        {
            throw BindingError.At(
                values.At, "INVALID_INLINE_TABLE.NUM_COLUMNS_MISMATCH", $"Every row of VALUES must have as many columns: the first has {width}, another {odd.Count}.");
        }

        var types = Enumerable.Range(0, width).Select(c => Coercion.CommonType(rows.Map(r => r[c])) ?? throw BindingError.At(
            values.At,
            "INVALID_INLINE_TABLE.INCOMPATIBLE_TYPES_IN_INLINE_TABLE",
            $"Column {c + 1} of VALUES has no common type: {string.Join(", ", rows.Map(r => r[c].Type.SimpleString).Distinct())}.")).ToArray();
        var columns = types.Select((t, i) => Attribute.New($"col{i + 1}", t, rows.Any(r => r[i].Nullable))).ToSeq();
        var cast = rows.Map(r => r.Select((v, i) => ConstantFolding.Fold(Coercion.CastTo(v is Alias a ? a.Of : v, types[i]))).ToSeq());
        if (cast.All(r => r.All(v => v is Literal)))
        {
            return new LocalData(columns, cast.Map(r => r.Map(v => ((Literal)v).Value)));
        }

        // A value that only the engine can compute: one SELECT a row.
        var selects = cast.Map(r => (Relation)new Project(LocalData.OneRow, r.Select((v, i) => (Expression)Alias.New(v, columns[i].Name)).ToSeq()));
        return selects.Count == 1 ? selects[0] : new SetOperation(SetOperationKind.Union, All: true, selects, columns);
    }

    private Relation BindTable(TableSyntax table)
    {
        if (table.Name.Count == 1 && commonTables.TryGetValue(table.Name[0], out var common))
        {
            return new Named(Fresh(common), table.Name[0]);
        }

        return tables.Resolve(table.Name) is { } found
            ? new Named(found, table.Name[^1])
            : throw BindingError.At(
                table.At,
                "TABLE_OR_VIEW_NOT_FOUND",
                $"There is no table or view '{string.Join('.', table.Name)}'{Utils.Errors.NearestName.Clause(table.Name[^1], tables.Names).TrimEnd('?')}. Known: {Known()}.");
    }

    private string Known()
    {
        var names = tables.Names.Concat(commonTables.Keys).Order(StringComparer.Ordinal).ToArray();
        return names.Length == 0 ? "none" : string.Join(", ", names);
    }

    // A common table that is used twice must not give the same ids twice.
    private static Relation Fresh(Relation relation) =>
        new Project(relation, relation.Output.Map(a => (Expression)new Alias(a, a.Name, new AttributeId())));
}
