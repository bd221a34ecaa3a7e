using System.Globalization;
using System.Text;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Plan.Relations;
using Attribute = SparkEtl.Spark.Plan.Expressions.Attribute;

namespace SparkEtl.Spark.Dialects;

/// <summary>
/// A relation to the text of one SELECT. Names are generated (t0, c0, ...), the user's stand only at the top. Neighbouring steps fold into
/// one SELECT (see <see cref="Folding"/>). One generator writes one statement.
/// </summary>
internal sealed partial class SqlGenerator : RelationVisitor<Block>
{
    private readonly Dictionary<AttributeId, string> names = [];
    private readonly Stack<Dictionary<AttributeId, Expression>> outer = new();
    private int tables;
    private int columns;

    /// <summary>Creates a generator for one statement.</summary>
    public SqlGenerator(Dialect dialect, IStatementSources sources)
    {
        Dialect = dialect;
        Sources = sources;
        Writer = dialect.Expressions(this);
    }

    public Dialect Dialect { get; }

    public IStatementSources Sources { get; }

    public ExpressionWriter Writer { get; }

    /// <summary>The text, its columns under the names of the relation.</summary>
    /// <remarks>A column without a name is called something, as no dialect can say it; who reads the rows has the names from the relation.</remarks>
    public string Write(Relation relation) =>
        Select(Recursion.Run(() => Visit(relation)), c => Dialect.Quote(c.Attribute.Name.Length == 0 ? NewColumn() : c.Attribute.Name));

    /// <summary>The text, its columns named c0, c1, ... by position: for a table of a boundary.</summary>
    /// <param name="relation">What to write.</param>
    /// <param name="kept">The positions of the columns to write; null for all.</param>
    public string WritePositional(Relation relation, IReadOnlySet<int>? kept = null)
    {
        var block = Recursion.Run(() => Visit(relation));
        var named = block.Columns
            .Select((c, i) => (Column: c, Name: Dialect.Quote(string.Create(CultureInfo.InvariantCulture, $"c{i}")), Index: i))
            .Where(c => kept is null || kept.Contains(c.Index)).ToArray();
        var index = 0;
        return Select(block with { Columns = named.Select(c => c.Column).ToSeq() }, _ => named[index++].Name);
    }

    /// <summary>A new name for a FROM item.</summary>
    public string NewTable() => string.Create(CultureInfo.InvariantCulture, $"t{tables++}");

    /// <summary>A new name for a column.</summary>
    public string NewColumn() => string.Create(CultureInfo.InvariantCulture, $"c{columns++}");

    /// <summary>A column of a FROM item, with that text.</summary>
    public Attribute BaseColumn(Attribute like, string text)
    {
        var attribute = like.Fresh();
        names.Add(attribute.Id, text);
        return attribute;
    }

    /// <summary>The text of a column of a FROM item.</summary>
    public string NameOf(Attribute attribute) => names.TryGetValue(attribute.Id, out var name)
        ? name
        : throw new InvalidOperationException($"The column '{attribute.Name}' is not in scope of the generated SQL.");

    /// <summary>The text of a query inside an expression of a block.</summary>
    public string Subquery(Relation query, Func<BlockColumn, string?> name) => Select(Recursion.Run(() => Visit(query)), name);

    /// <summary>The expression over the FROM items of the block; of outer queries where the block does not have a column.</summary>
    public Expression Substitute(Expression expression, Dictionary<AttributeId, Expression> definitions) => expression.Rewrite(node => node switch
    {
        Attribute attribute => Define(attribute, definitions),
        ScalarSubquery scalar => Enclosed(definitions, () => new SqlText($"({Subquery(scalar.Query, _ => null)})", scalar.Type, true) { IsQuery = true }),
        Exists exists => Enclosed(definitions, () => new SqlText($"EXISTS ({Subquery(exists.Query, _ => null)})", exists.Type, false) { IsQuery = true }),
        InSubquery inQuery => Enclosed(definitions, () =>
        {
            var values = inQuery.Values.Map(v => Writer.Write(Substitute(v, definitions)));
            var left = values.Count == 1 ? values[0] : $"({string.Join(", ", values)})";
            return new SqlText($"({left} IN ({Subquery(inQuery.Query, _ => null)}))", inQuery.Type, inQuery.Nullable) { IsQuery = true };
        }),
        _ => null,
    });

    /// <summary>The block as a FROM item of a new block, its columns then plain.</summary>
    public Block Wrap(Block block, bool keepOrder = true)
    {
        var table = NewTable();

        // An order that is not part of a limit moves outwards; only the outermost order of a text is kept by engines.
        var carried = keepOrder && block.OrderBy.Count > 0 && block.GlobalOrder ? block.OrderBy : [];
        if (carried.Count > 0 && !block.IsLimited)
        {
            block = block with { OrderBy = [] };
        }

        var inner = new List<BlockColumn>();
        var made = new Dictionary<AttributeId, Attribute>();
        var wrapped = new List<BlockColumn>();
        foreach (var column in block.Columns)
        {
            if (!made.TryGetValue(column.Attribute.Id, out var known))
            {
                known = Inner(column.Attribute, column.Definition);
                made.Add(column.Attribute.Id, known);
            }

            wrapped.Add(new BlockColumn(column.Attribute, known));
        }

        var order = carried.Map(o => o with
        {
            Of = block.Columns.FirstOrDefault(c => c.Definition.Equals(o.Of)) is { } same
                ? made[same.Attribute.Id]
                : Inner(Attribute.New("sort", o.Of.Type, o.Of.Nullable), o.Of),
        });
        var innerNames = inner.ToDictionary(c => c.Attribute.Id, c => names[c.Attribute.Id][(table.Length + 1)..]);
        var text = Select(
            block with { Columns = inner.Select(c => c).ToSeq() },
            c => innerNames[c.Attribute.Id]);
        return new Block { From = $"({text}) AS {table}", Columns = wrapped.ToSeq(), OrderBy = order };

        Attribute Inner(Attribute like, Expression definition)
        {
            var attribute = BaseColumn(like, $"{table}.{NewColumn()}");
            inner.Add(new BlockColumn(attribute, definition));
            return attribute;
        }
    }

    /// <summary>The SELECT of a block.</summary>
    public string Select(Block block, Func<BlockColumn, string?> name)
    {
        var text = new StringBuilder("SELECT ");
        text.Append(string.Concat(block.Hints.Map(h => $"/*+ {h} */ ")));
        if (block.DistinctOn.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"DISTINCT ON ({string.Join(", ", block.DistinctOn.Map(Writer.Write))}) ");
        }
        else if (block.Distinct)
        {
            text.Append("DISTINCT ");
        }

        text.Append(block.Columns.Count == 0 ? "1" : string.Join(", ", block.Columns.Map(c =>
        {
            var written = Writer.Write(c.Definition);
            return name(c) is { } alias && !written.EndsWith("." + alias, StringComparison.Ordinal) ? $"{written} AS {alias}" : written;
        })));
        if (block.From is not null)
        {
            text.Append(" FROM ").Append(block.From);
        }

        if (block.Where.Count > 0)
        {
            text.Append(" WHERE ").Append(Dialect.Conjunction(block.Where, Writer));
        }

        Grouping(block, text);

        // A constant orders nothing, and as text it would be the number of a column.
        var order = block.OrderBy.Where(o => o.Of is not Literal).ToSeq();
        if (order.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $" {Dialect.SortWords(block.GlobalOrder)} {string.Join(", ", order.Map(Writer.Sort))}");
        }

        if (block.Limit is { } limit)
        {
            text.Append(CultureInfo.InvariantCulture, $" LIMIT {limit}");
        }

        if (block.Offset > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $" OFFSET {block.Offset}");
        }

        return text.ToString();
    }

    private void Grouping(Block block, StringBuilder text)
    {
        if (block.GroupBy is { } keys)
        {
            var written = keys.Map(Writer.Write);
            if (block.GroupingSets is { } sets)
            {
                text.Append(CultureInfo.InvariantCulture, $" GROUP BY GROUPING SETS ({string.Join(", ", sets.Map(s => $"({string.Join(", ", s.Map(i => written[i]))})"))})");
            }
            else if (written.Count > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $" GROUP BY {string.Join(", ", written)}");
            }
        }

        if (block.Having.Count > 0)
        {
            text.Append(" HAVING ").Append(Dialect.Conjunction(block.Having, Writer));
        }
        else if (block.GroupBy is { Count: 0 } && !block.Columns.Any(c => KeepsAggregate(c.Definition)))
        {
            // One row for all rows, though no aggregate is left to say so.
            text.Append(" HAVING true");
        }
    }

    private static bool KeepsAggregate(Expression expression) =>
        expression is AggregateCall || (expression is not Call { Function.Name: "typeof" } && expression.Children.Any(KeepsAggregate));

    private Expression Define(Attribute attribute, Dictionary<AttributeId, Expression> definitions)
    {
        if (definitions.TryGetValue(attribute.Id, out var definition))
        {
            return definition;
        }

        foreach (var around in outer)
        {
            if (around.TryGetValue(attribute.Id, out definition))
            {
                return definition;
            }
        }

        return attribute;
    }

    private T Enclosed<T>(Dictionary<AttributeId, Expression> definitions, Func<T> write)
    {
        outer.Push(definitions);
        try
        {
            return write();
        }
        finally
        {
            outer.Pop();
        }
    }
}
