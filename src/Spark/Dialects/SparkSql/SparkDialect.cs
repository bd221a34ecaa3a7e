using System.Globalization;
using SparkEtl.Spark.Catalogue;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Dialects.SparkSql;

/// <summary>Spark's SQL, as 3.5 and 4.x both read it.</summary>
internal sealed class SparkDialect : Dialect
{
    public static readonly SparkDialect Instance = new();

    /// <summary>
    /// A text in single quotes with backslash escapes: 3.5 and 4.x read a doubled quote differently, and the engine pins
    /// <c>spark.sql.parser.escapedStringLiterals=false</c>.
    /// </summary>
    public static string QuoteText(string text)
    {
        var escaped = new System.Text.StringBuilder(text.Length + 2).Append('\'');
        foreach (var c in text)
        {
            _ = c switch
            {
                '\'' => escaped.Append("\\'"),
                '\\' => escaped.Append("\\\\"),
                '\n' => escaped.Append("\\n"),
                '\r' => escaped.Append("\\r"),
                '\t' => escaped.Append("\\t"),
                '\0' => escaped.Append("\\u0000"),
                _ => escaped.Append(c),
            };
        }

        return escaped.Append('\'').ToString();
    }

    public override string Quote(string name) => $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";

    public override string TypeName(DataType type) => type switch
    {
        NullType => "VOID",
        StructType s => $"STRUCT<{string.Join(", ", s.Fields.Select(f => $"{Quote(f.Name)}: {TypeName(f.DataType)}"))}>",
        ArrayType a => $"ARRAY<{TypeName(a.ElementType)}>",
        MapType m => $"MAP<{TypeName(m.KeyType)}, {TypeName(m.ValueType)}>",
        _ => type.SimpleString.ToUpperInvariant(),
    };

    public override Rendering RenderingOf(Function function) => function.Spark;

    public override ExpressionWriter Expressions(SqlGenerator generator) => new SparkExpressionWriter(generator);

    public override string JoinWords(JoinKind kind) => kind switch
    {
        JoinKind.Inner => "JOIN",
        JoinKind.Cross => "CROSS JOIN",
        JoinKind.LeftOuter => "LEFT JOIN",
        JoinKind.RightOuter => "RIGHT JOIN",
        JoinKind.FullOuter => "FULL JOIN",
        JoinKind.LeftSemi => "LEFT SEMI JOIN",
        JoinKind.LeftAnti => "LEFT ANTI JOIN",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    // Spark tests conditions in the order they are written.
    public override string Conjunction(IReadOnlyList<Expression> conditions, ExpressionWriter writer) =>
        string.Join(" AND ", conditions.Select(writer.Write));

    public override string Range(RangeData range, string alias, string column) => string.Create(
        CultureInfo.InvariantCulture,
        $"range({range.Start}L, {range.End}L, {range.Step}L{(range.Partitions is { } n ? $", {n}" : string.Empty)}) AS {alias}({column})");

    public override string Values(LocalData data, string alias, IReadOnlyList<string> columns, ExpressionWriter writer)
    {
        if (data.Columns.Count == 0)
        {
            return $"(SELECT 1 FROM range({data.Rows.Count.ToString(CultureInfo.InvariantCulture)})) AS {alias}";
        }

        var rows = data.Rows.Map(row => $"({string.Join(", ", row.Zip(data.Columns, (v, c) => writer.Write(new Literal(v, c.Type))))})");
        return $"(VALUES {string.Join(", ", rows)}) AS {alias}({string.Join(", ", columns)})";
    }

    public override Seq<Expression> HavingOf(Aggregate aggregate) => [];

    public override Block Generate(Generate generate, Block input, SqlGenerator generator)
    {
        if (!input.IsBare)
        {
            input = generator.Wrap(input);
        }

        var table = generator.NewTable();
        var made = generate.Generated.Map(_ => generator.NewColumn());
        var call = generator.Writer.Write(generator.Substitute(generate.Generator, Folding.Definitions(input)));
        var from = input.From ?? "(SELECT 1)";
        return input with
        {
            HasViews = true,
            From = $"{from} LATERAL VIEW {(generate.Outer ? "OUTER " : string.Empty)}{call} {table} AS {string.Join(", ", made)}",
            Columns = input.Columns.AddRange(generate.Generated.Select((a, i) => new BlockColumn(a, generator.BaseColumn(a, $"{table}.{made[i]}")))),
        };
    }

    // One row a key: the first of the others by any order, as Spark's dropDuplicates takes them.
    public override Block Deduplicate(Deduplicate deduplicate, Block input, SqlGenerator generator)
    {
        var block = generator.Wrap(input, keepOrder: false);
        var definitions = Folding.Definitions(block);
        var keys = deduplicate.Keys.Map(k => generator.Substitute(k, definitions));
        var first = FunctionCatalogue.Get("first");
        return block with
        {
            GroupBy = keys,
            Columns = block.Columns.Map(c => keys.Contains(c.Definition)
                ? c
                : c with { Definition = new AggregateCall(first, [c.Definition], c.Attribute.Type, c.Attribute.Nullable) }),
        };
    }

    public override Block Sample(Sample sample, Block input, SqlGenerator generator)
    {
        if (sample.WithReplacement)
        {
            throw new RefusedException("Sampling with replacement", "SQL has no words for it; sample without replacement.");
        }

        return RowDraws.Sampled(sample, generator.Wrap(input), string.Create(CultureInfo.InvariantCulture, $"rand({sample.Seed})"));
    }

    public override Block Repartition(Repartition repartition, Block input, SqlGenerator generator)
    {
        var number = repartition.Partitions?.ToString(CultureInfo.InvariantCulture);
        var name = repartition.Kind switch
        {
            RepartitionKind.Coalesce => "COALESCE",
            RepartitionKind.Range => "REPARTITION_BY_RANGE",
            _ => "REPARTITION",
        };
        var by = repartition.By.Map(o => o.Of);
        var block = input.Hints.Count > 0 || input.Distinct || input.OrderBy.Count > 0 || input.IsLimited || input.GroupBy is not null
            || !by.All(b => b is Plan.Expressions.Attribute) || input.HasWindows
            ? generator.Wrap(input, keepOrder: false)
            : input;
        if (!block.Columns.All(c => c.Definition is Plan.Expressions.Attribute))
        {
            block = generator.Wrap(block, keepOrder: false);
        }

        var definitions = Folding.Definitions(block);
        var arguments = (number is null ? [] : new[] { number }).Concat(by.Map(b => generator.Writer.Write(generator.Substitute(b, definitions))));
        return block with { Hints = [$"{name}({string.Join(", ", arguments)})"] };
    }

    public override Block Hint(Hint hint, Block input, SqlGenerator generator)
    {
        var parameters = hint.Parameters.Map(generator.Writer.Write);
        var text = parameters.Count == 0 ? hint.Name : $"{hint.Name}({string.Join(", ", parameters)})";
        return input with { Hints = input.Hints.Add(text) };
    }

    public override string SortWords(bool global) => global ? "ORDER BY" : "SORT BY";
}
