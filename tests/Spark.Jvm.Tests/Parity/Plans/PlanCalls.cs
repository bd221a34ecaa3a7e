using SparkEtl.Spark.Catalogue;
using SparkEtl.Spark.Engines;
using SparkEtl.Spark.Engines.DuckDb;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;
using SparkEtl.Spark.Tests.Catalogue;

namespace SparkEtl.Spark.Jvm.Tests.Parity.Plans;

/// <summary>
/// Calls of every scalar function that is compared, over rows of <see cref="ProbeTables"/> for which none of them fails: what random plans begin
/// with. All functions come round in turn.
/// </summary>
internal static class PlanCalls
{
    /// <summary>How many functions a plan begins with.</summary>
    public const int OfEachPlan = 28;

    private const int CallsOfEach = 8;
    private const int Enough = 3;
    private const int Seed = 1;
    private const long Largest = 1_000_000_000_000;

    // From all rows to those that most functions take: without the largest numbers, without texts that are no numbers.
    private static readonly int[][] RowSets = [[0, 1, 2, 3, 4], [0, 1, 2, 3], [0, 3], [0], [2, 3]];

    // Chance finds none of these that never fails.
    private static readonly Dictionary<string, string[]> Known = new()
    {
        ["raise_error"] = ["if(length(word) > 99, raise_error(word), length(word))", "coalesce(small, raise_error(word), 1)"],
        ["assert_true"] = ["isnull(assert_true(coalesce(length(word), 1) < 99))", "coalesce(assert_true(true), word)"],
        ["from_utc_timestamp"] = ["from_utc_timestamp(moment, 'Europe/Paris')", "from_utc_timestamp(day, 'Asia/Kolkata')"],
        ["to_utc_timestamp"] = ["to_utc_timestamp(moment, 'America/New_York')", "to_utc_timestamp(day, '+05:30')"],
        ["next_day"] = ["next_day(day, 'monday')", "next_day(moment, 'FRI')"],
        ["to_unix_timestamp"] = ["to_unix_timestamp(moment)", "to_unix_timestamp(day)", "to_unix_timestamp(concat('2024-0', size(numbers)), 'yyyy-MM')"],
    };

    private static readonly Lazy<IReadOnlyList<PlanFunction>> Made = new(Make);

    /// <summary>The functions of <see cref="FunctionCatalogue.All"/> that are compared between engines.</summary>
    public static IReadOnlyList<Function> Compared { get; } =
        [.. FunctionCatalogue.All.Where(f => NotCompared.Reason(f) is null && f is { Spark: not Rendering.RefusedRendering, DuckDb: not Rendering.RefusedRendering })];

    /// <summary>The scalar functions with their calls, those together that take the same rows.</summary>
    public static IReadOnlyList<PlanFunction> Scalars => Made.Value;

    /// <summary>The functions whose turn it is, and rows that all their calls take.</summary>
    public static (Relation Rows, IReadOnlyList<PlanFunction> Functions) Of(int turn)
    {
        var first = (int)((long)turn * OfEachPlan % Scalars.Count);
        var functions = Enumerable.Range(first, OfEachPlan).Select(i => Scalars[i % Scalars.Count]).ToList();

        // The next functions may take fewer rows.
        var rows = functions.Select(f => f.Rows).Aggregate((a, b) => [.. a.Intersect(b)]);
        return rows.Count > 0 ? (Probes(rows), functions) : (Probes(functions[0].Rows), [.. functions.TakeWhile(f => f.Rows == functions[0].Rows)]);
    }

    private static List<PlanFunction> Make()
    {
        using var engine = new DuckDbEngine(new DuckDbEngineOptions { Memory = "1GB" });
        return [.. Compared.Where(f => f.Kind == FunctionKind.Scalar).Select(f => Take(engine, f)).OfType<PlanFunction>().OrderBy(f => Array.IndexOf(RowSets, f.Rows))];
    }

    // Most calls take all rows; some fail for the largest numbers, a few for all texts but one.
    private static PlanFunction? Take(DuckDbEngine engine, Function function)
    {
        var calls = Known.TryGetValue(function.Name, out var known) ? [.. known.Select(ProbeTables.Bind)] : CallFinder.Find(function, CallsOfEach, Seed, []);
        var taken = RowSets.Select(rows => new PlanFunction(function, rows, Succeeding(engine, Probes(rows), calls))).Where(f => f.Calls.Count > 0);
        return taken.FirstOrDefault(f => f.Calls.Count >= Math.Min(Enough, calls.Count)) ?? taken.FirstOrDefault();
    }

    private static List<Expression> Succeeding(DuckDbEngine engine, Relation rows, IReadOnlyList<Expression> calls) =>
        Results(engine, rows, calls) is { } all
            ? [.. calls.Select((c, i) => Certain(c, all.Select(r => r[i]))).OfType<Expression>()]
            : [.. calls.Select(c => Results(engine, rows, [c]) is { } own ? Certain(c, own.Select(r => r[0])) : null).OfType<Expression>()];

    private static List<object?[]>? Results(DuckDbEngine engine, Relation rows, IReadOnlyList<Expression> calls)
    {
        try
        {
            return Some.Rows(engine, new Project(rows, calls.Select((c, i) => (Expression)Alias.New(c, $"c{i}")).ToSeq()));
        }
        catch (Exception e) when (e is SparkSqlException or RefusedException)
        {
            return null;
        }
    }

    // As floats, doubles have no last digits that differ; as texts, numbers are not added up to more than there is room for.
    private static Expression? Certain(Expression call, IEnumerable<object?> results) => call.Type switch
    {
        NullType => null,
        DoubleType => new Cast(call, SqlTypes.Float, false),
        FloatType => call,
        var type when AnswerTypes(type).Any(t => t is DoubleType or FloatType) => null,
        var type when AnswerTypes(type).Any(t => t is LongType or DecimalType or DayTimeIntervalType or YearMonthIntervalType) && results.Any(IsLarge) =>
            new Cast(call, SqlTypes.String, false),
        _ => call,
    };

    private static bool IsLarge(object? value) => value switch
    {
        long number => number is > Largest or < -Largest,
        DecimalValue number => number.ToString().Length > 12,
        object?[] items => items.Any(IsLarge),
        KeyValuePair<object, object?>[] entries => entries.Any(e => IsLarge(e.Key) || IsLarge(e.Value)),
        _ => false,
    };

    private static IEnumerable<DataType> AnswerTypes(DataType type) => type switch
    {
        ArrayType array => AnswerTypes(array.ElementType),
        MapType map => AnswerTypes(map.KeyType).Concat(AnswerTypes(map.ValueType)),
        StructType row => row.Fields.SelectMany(f => AnswerTypes(f.DataType)),
        _ => [type],
    };

    private static LocalData Probes(IReadOnlyList<int> rows) =>
        new(ProbeTables.Whole.Output, rows.Select(i => ((LocalData)ProbeTables.Whole).Rows[i]).ToSeq());
}
