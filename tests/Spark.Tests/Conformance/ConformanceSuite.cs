using SparkEtl.Spark.Engines;
using SparkEtl.Spark.Parsing;
using SparkEtl.Spark.Plan.Binding;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Tests.Conformance;

/// <summary>Every query of a file of answers through the parser, the plan and an engine.</summary>
public abstract class ConformanceSuite
{
    /// <summary>The queries that the engine refuses by name.</summary>
    protected virtual IReadOnlyList<string> Refused => [];

    [Test]
    public void Every_query_gives_what_Spark_gave_or_is_refused_by_name()
    {
        var path = SparkAnswers.Find();
        if (path is null)
        {
            Assert.Ignore("NOT RUN: the larger list of Spark's answers. Set SPARKETL_SPARK_ANSWERS to such a file.");
        }

        Compare(path!);
    }

    [Test]
    public void Every_query_of_the_committed_list_gives_what_Spark_gave() => Compare(SparkAnswers.Committed);

    [Test]
    public void A_wrong_value_type_or_error_would_be_noticed()
    {
        var answer = new SparkAnswer(1, "select 1D", "double", "(\"1.0\")");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Agrees(answer, "double", "(\"1.0\")"), Is.True);
            Assert.That(Agrees(answer, "double", "(\"1.0000000000000002\")"), Is.True, "doubles agree to 1e-12");
            Assert.That(Agrees(answer, "double", "(\"1.00000000001\")"), Is.False);
            Assert.That(Agrees(answer, "float", "(\"1.0\")"), Is.False);
            Assert.That(Agrees(answer with { Types = "decimal(2,1)" }, "decimal(2,1)", "(\"1.1\")"), Is.False);
            Assert.That(Agrees(answer with { Types = "ERROR", Rows = "DIVIDE_BY_ZERO" }, "ERROR", "CAST_OVERFLOW"), Is.False);
            Assert.That(Agrees(answer with { Types = "ERROR", Rows = "DIVIDE_BY_ZERO" }, "double", "(null)"), Is.False);
        }
    }

    /// <summary>What runs the queries.</summary>
    private protected abstract IEngine Engine();

    internal static bool Agrees(SparkAnswer answer, string types, string rows) =>
        types == answer.Types && (answer.IsError ? SameFamily(answer.Rows, rows) : rows == answer.Rows || NearDoubles.Agree(answer.Types, answer.Rows, rows));

    internal static (string Types, string Rows) Run(IEngine engine, string query)
    {
        try
        {
            using var run = engine.Run(new QueryBinder(new NoTables()).Bind(SparkSqlParser.ParseQuery(query)), default);
            var rows = new List<string>();
            while (run.NextRows() is { } next)
            {
                rows.AddRange(next.Select(r => AnswerText.Row(r, run.Schema)));
            }

            return (string.Join(",", run.Schema.Fields.Select(f => f.DataType.SimpleString)), string.Join(" ", rows));
        }
        catch (RefusedException e)
        {
            return ("REFUSED", e.What);
        }
        catch (SparkSqlException e)
        {
            return ("ERROR", e.ErrorClass + "   " + e.Message.Split('\n')[0]);
        }
        catch (Exception e)
        {
            return ("DEFECT", e.GetType().Name + " " + e.Message.Split('\n')[0][..Math.Min(300, e.Message.Split('\n')[0].Length)]);
        }
    }

    private void Compare(string path)
    {
        var engine = Engine();
        var wrong = new List<string>();
        var refused = new List<string>();
        var answers = SparkAnswers.Read(path);
        foreach (var answer in answers)
        {
            var (types, rows) = Run(engine, answer.Query);
            if (types == "REFUSED")
            {
                refused.Add(answer.Query);
            }
            else if (!Agrees(answer, types, rows))
            {
                wrong.Add($"{answer.Line}: {answer.Query}\n   expected {answer.Types} {answer.Rows}\n   found    {types} {rows}");
            }
        }

        TestContext.Out.WriteLine($"{answers.Count} queries, {wrong.Count} wrong, {refused.Count} refused");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(wrong, Is.Empty, string.Join("\n", wrong));
            Assert.That(refused.Except(Refused), Is.Empty, "Refused, and not in the committed list:\n" + string.Join("\n", refused));
        }
    }

    internal static bool SameFamily(string expected, string found)
    {
        static string Family(string name) => name.Split(' ')[0].Split('.')[0] switch
        {
            "_LEGACY_ERROR_TEMP_2043" => "ARITHMETIC_OVERFLOW",
            "_LEGACY_ERROR_TEMP_2000" => "DATETIME_FIELD_OUT_OF_BOUNDS",
            "REMAINDER_BY_ZERO" => "DIVIDE_BY_ZERO",
            var other => other,
        };

        return string.Equals(Family(expected), Family(found), StringComparison.Ordinal);
    }
}
