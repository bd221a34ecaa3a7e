using System.Globalization;
using SparkEtl.Spark.Catalogue;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Dialects.DuckDb;

/// <summary>The embedded engine's SQL.</summary>
internal sealed class DuckDbDialect : Dialect
{
    public static readonly DuckDbDialect Instance = new();

    /// <summary>A name in double quotes.</summary>
    public static string QuoteName(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A text in single quotes. DuckDB has no escapes in plain literals but the doubled quote; U+0000 needs chr(0).</summary>
    public static string QuoteText(string text)
    {
        if (!text.Contains('\0', StringComparison.Ordinal))
        {
            return $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
        }

        return $"({string.Join(" || chr(0) || ", text.Split('\0').Select(QuoteText))})";
    }

    public override string Quote(string name) => QuoteName(name);

    public override string TypeName(DataType type) => type switch
    {
        ByteType => "TINYINT",
        ShortType => "SMALLINT",
        IntegerType or NullType or YearMonthIntervalType => "INTEGER",
        LongType or DayTimeIntervalType => "BIGINT",
        FloatType => "FLOAT",
        DoubleType => "DOUBLE",
        DecimalType d => string.Create(CultureInfo.InvariantCulture, $"DECIMAL({d.Precision},{d.Scale})"),
        StringType => "VARCHAR",
        BinaryType => "BLOB",
        BooleanType => "BOOLEAN",
        DateType => "DATE",
        TimestampType or TimestampNtzType => "TIMESTAMP",
        ArrayType a => TypeName(a.ElementType) + "[]",
        MapType m => $"MAP({TypeName(m.KeyType)}, {TypeName(m.ValueType)})",
        StructType s => $"STRUCT({string.Join(", ", FieldNames(s).Zip(s.Fields, (n, f) => $"{QuoteName(n)} {TypeName(f.DataType)}"))})",
        _ => throw new RefusedException($"The type {type.SimpleString}", "the embedded engine has no such type; cast it first."),
    };

    /// <summary>
    /// The names of a struct's fields in the embedded engine, which tells no upper from lower case and wants each name once: a repeated one
    /// gets its position behind it.
    /// </summary>
    public static IReadOnlyList<string> FieldNames(StructType type)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. type.Fields.Select((f, i) => seen.Add(f.Name) && f.Name.Length > 0 ? f.Name : string.Create(CultureInfo.InvariantCulture, $"{f.Name}_{i}"))];
    }

    public override Rendering RenderingOf(Function function) => function.DuckDb;

    public override ExpressionWriter Expressions(SqlGenerator generator) => new DuckDbExpressionWriter(generator);

    public override string JoinWords(JoinKind kind) => kind switch
    {
        JoinKind.Inner => "JOIN",
        JoinKind.Cross => "CROSS JOIN",
        JoinKind.LeftOuter => "LEFT JOIN",
        JoinKind.RightOuter => "RIGHT JOIN",
        JoinKind.FullOuter => "FULL JOIN",
        JoinKind.LeftSemi => "SEMI JOIN",
        JoinKind.LeftAnti => "ANTI JOIN",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    // The engine may test conditions in any order; one that can fail is kept behind those before it by CASE.
    public override string Conjunction(IReadOnlyList<Expression> conditions, ExpressionWriter writer)
    {
        var text = writer.Write(conditions[0]);
        for (var i = 1; i < conditions.Count; i++)
        {
            var next = writer.Write(conditions[i]);
            text = CanFail(conditions[i]) ? $"CASE WHEN {text} THEN {next} ELSE false END" : $"{text} AND {next}";
        }

        return text;
    }

    public override string Range(RangeData range, string alias, string column) => string.Create(
        CultureInfo.InvariantCulture, $"range(CAST({range.Start} AS BIGINT), CAST({range.End} AS BIGINT), CAST({range.Step} AS BIGINT)) AS {alias}({column})");

    public override string Values(LocalData data, string alias, IReadOnlyList<string> columns, ExpressionWriter writer)
    {
        var rows = data.Rows.Map(row => data.Columns.Count == 0
            ? "(1)"
            : $"({string.Join(", ", row.Zip(data.Columns, (v, c) => writer.Write(new Literal(v, c.Type))))})");
        return data.Columns.Count == 0
            ? $"(VALUES {string.Join(", ", rows)}) AS {alias}"
            : $"(VALUES {string.Join(", ", rows)}) AS {alias}({string.Join(", ", columns)})";
    }

    public override Seq<Expression> HavingOf(Aggregate aggregate) =>
        aggregate.GroupingSets?.Any(s => s.Count == 0) == true ? [new SqlText("count(*) > 0", SqlTypes.Boolean, false)] : [];

    // UNNEST beside the input's columns gives a row an element and none for an empty list.
    public override Block Generate(Generate generate, Block input, SqlGenerator generator)
    {
        var type = (StructType)generate.Generator.Type;
        if (!input.TakesFilter || !Folding.CanFold(input, [generate.Generator], kept: true))
        {
            input = generator.Wrap(input);
        }

        var rows = Plan.Expressions.Attribute.New("rows", type);
        var list = generator.Writer.Write(generator.Substitute(generate.Generator, Folding.Definitions(input)));
        var text = generate.Outer ? $"UNNEST(CASE WHEN len({list}) > 0 THEN {list} ELSE [NULL] END)" : $"UNNEST({list})";
        var wrapped = generator.Wrap(input with { Columns = input.Columns.Add(new BlockColumn(rows, new SqlText(text, type, true))) });
        var row = wrapped.Columns[^1].Definition;
        return wrapped with
        {
            Columns = wrapped.Columns.Take(wrapped.Columns.Count - 1)
                .Concat(generate.Generated.Select((a, i) => new BlockColumn(a, new GetField(row, i)))).ToSeq(),
        };
    }

    public override Block Deduplicate(Deduplicate deduplicate, Block input, SqlGenerator generator)
    {
        var definitions = Folding.Definitions(input);

        // A constant as text would be the number of a column.
        var block = input.TakesFilter && !deduplicate.Keys.Any(k => definitions.GetValueOrDefault(k.Id) is Literal) ? input : generator.Wrap(input);
        definitions = Folding.Definitions(block);
        return block with { DistinctOn = deduplicate.Keys.Map(k => generator.Substitute(k, definitions)) };
    }

    public override Block Sample(Sample sample, Block input, SqlGenerator generator)
    {
        if (sample.WithReplacement)
        {
            throw new RefusedException("Sampling with replacement", "the embedded engine draws each row at most once; sample without replacement.");
        }

        // Each row's draw depends on its number and the seed alone, so that the parts of a split share no row and leave none out.
        return RowDraws.Sampled(
            sample, generator.Wrap(input), string.Create(CultureInfo.InvariantCulture, $"(hash(row_number() OVER (), {sample.Seed}) >> 11) / {RowDraws.Range}::DOUBLE"));
    }

    public override Block Repartition(Repartition repartition, Block input, SqlGenerator generator) => input;

    public override Block Hint(Hint hint, Block input, SqlGenerator generator) => input;

    public override string SortWords(bool global) => "ORDER BY";

    private static bool CanFail(Expression condition) =>
        condition.SelfAndDescendants().Any(e => e is Cast { Try: false } || e is Call { Function.CanFail: true });
}
