using System.Runtime.CompilerServices;
using SparkEtl.Spark.Catalogue;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Tests.Catalogue.Operators;

/// <summary>Every line of operators.tsv: the type or the error class that Spark gives for two operands.</summary>
public sealed class OperatorResultTests
{
    private static readonly Dictionary<string, Expression> Operands = new()
    {
        ["'15'"] = Literal.Of("15"),
        ["-2.75D"] = new Literal(-2.75, SqlTypes.Double),
        ["-42"] = Literal.Of(-42),
        ["3000000000L"] = Literal.Of(3000000000L),
        ["cast(0.001 as decimal(38,18))"] = Some.Typed(SqlTypes.Decimal(38, 18)),
        ["cast(1.5 as float)"] = Some.Typed(SqlTypes.Float),
        ["cast(12.50 as decimal(10,2))"] = Some.Typed(SqlTypes.Decimal(10, 2)),
        ["cast(7 as tinyint)"] = Some.Typed(SqlTypes.Byte),
        ["date '2020-01-02'"] = Some.Typed(SqlTypes.Date),
        ["null"] = Literal.Null(SqlTypes.Null),
        ["timestamp '2020-01-02 03:04:05'"] = Some.Typed(SqlTypes.Timestamp),
        ["true"] = Literal.True,
    };

    [TestCaseSource(nameof(Lines))]
    public void Two_operands_give_the_type_or_error_that_Spark_gives(string left, string symbol, string right, string type, string error)
    {
        Seq<Expression> operands = [Operands[left], Operands[right]];
        var found = Try(symbol, operands, out var arguments);

        if (error == "CAST_INVALID_INPUT")
        {
            Assert.That(arguments.OfType<Cast>().Any(c => c.Of.Type is StringType), Is.True, "the string is cast, and fails on its value");
        }
        else
        {
            Assert.That(found, Is.EqualTo(type == "ERROR" ? error : type));
        }
    }

    private static string Try(string symbol, Seq<Expression> operands, out Seq<Expression> arguments)
    {
        try
        {
            var resolution = FunctionCatalogue.Get(symbol).Signature.Resolve(symbol, operands);
            arguments = resolution.Arguments;
            return resolution.Type.SimpleString;
        }
        catch (AnalysisException e)
        {
            arguments = [];
            return e.ErrorClass;
        }
    }

    private static IEnumerable<TestCaseData> Lines() => File.ReadLines(Path.Combine(Folder(), "operators.tsv"))
        .Where(line => !line.StartsWith('#'))
        .Select(line => line.Split('\t'))
        .Select(cells => new TestCaseData(cells[0], cells[1], cells[2], cells[3], cells[4]).SetArgDisplayNames($"{cells[0]} {cells[1]} {cells[2]}"));

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
