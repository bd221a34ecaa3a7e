using SparkEtl.Spark.Engines;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Tests.Conformance;

namespace SparkEtl.Spark.Jvm.Tests.Parity;

/// <summary>What an engine made of a plan.</summary>
/// <param name="Types">The types of its columns; <c>ERROR</c>, <c>REFUSED</c> or <c>DEFECT</c>.</param>
/// <param name="Rows">The rows, sorted; the family of the error; what was refused.</param>
/// <param name="Message">What the error said.</param>
internal sealed record Answer(string Types, IReadOnlyList<string> Rows, string Message = "")
{
    public bool IsRows => Types is not ("ERROR" or "REFUSED" or "DEFECT");

    public bool IsRefused => Types == "REFUSED";

    /// <summary>Runs a plan.</summary>
    public static Answer Of(IEngine engine, Relation plan) => Of(engine, () => plan);

    /// <summary>Runs a plan whose making may fail: a read.</summary>
    public static Answer Of(IEngine engine, Func<Relation> plan)
    {
        try
        {
            using var run = engine.Run(plan(), CancellationToken.None);
            var rows = new List<string>();
            while (run.NextRows() is { } next)
            {
                rows.AddRange(next.Select(r => AnswerText.Row(r, run.Schema)));
            }

            rows.Sort(StringComparer.Ordinal);
            return new Answer(string.Join(",", run.Schema.Fields.Select(f => f.DataType.SimpleString)), rows);
        }
        catch (RefusedException e)
        {
            return new Answer("REFUSED", [e.What]);
        }
        catch (SparkSqlException e)
        {
            return new Answer("ERROR", [e.ErrorClass], e.Message);
        }
        catch (Exception e)
        {
            // The engine's own failure, whatever it is: the comparison shows it.
            return new Answer("DEFECT", [e.GetType().Name], e.Message);
        }
    }

    /// <summary>Whether both engines say the same; doubles may differ in their last digits.</summary>
    public static bool Agree(Answer left, Answer right)
    {
        if (left is { Types: "ERROR", Message: "Date out of range" })
        {
            // The embedded engine's dates end some millions of years before Spark's.
            return true;
        }

        if (right is { Types: "ERROR", Rows: ["INTERNAL_ERROR"] })
        {
            // A bug of Spark's own.
            return left.Types != "DEFECT";
        }

        if (left.Types == "DEFECT" || right.Types == "DEFECT" || left.Types != right.Types)
        {
            return false;
        }

        if (left.Types == "ERROR" && right.Types == "ERROR" && HasNoName(right.Rows[0]))
        {
            return true;
        }

        return left.IsRows
            ? left.Rows.SequenceEqual(right.Rows)
                || (left.Rows.Count == right.Rows.Count && NearDoubles.Agree(left.Types, string.Join(" ", left.Rows), string.Join(" ", right.Rows)))
            : (Overflow(left.Rows[0]) && Overflow(right.Rows[0])) || ConformanceSuite.SameFamily(left.Rows[0], right.Rows[0]);
    }

    // Of a date, or of the arithmetic behind it.
    private static bool Overflow(string error) => error is "ARITHMETIC_OVERFLOW" or "DATETIME_OVERFLOW";

    // Errors that Spark raises without a class, or with one for the time being; ours have a name.
    private static bool HasNoName(string error) => error == "SPARK_FAILED" || error.StartsWith("_LEGACY", StringComparison.Ordinal);

    public override string ToString() => IsRows
        ? $"{Types}: {string.Join(" ", Rows.Take(12))}"
        : $"{Types} {Rows[0]} {Message.Split('\n')[0]}";
}
