using SparkEtl.Driver.Output;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Driver.Tests.Output;

internal sealed class ResultWriterTests
{
    private static readonly StructType Schema = new([new("name", new StringType()), new("amount", new DecimalType(10, 2)), new("ratio", new DoubleType())]);

    private static readonly object?[][] Rows =
    [
        ["plain", new DecimalValue(150, 2), 0.1],
        ["a, \"b\"\nc", new DecimalValue(-5, 2), double.PositiveInfinity],
        [string.Empty, null, null],
        [null, new DecimalValue(0, 2), -0.0],
    ];

    [Test]
    public void Csv_tells_null_from_empty_text() => Assert.That(
        Written(ResultFormat.Csv), Is.EqualTo("name,amount,ratio\nplain,1.50,0.1\n\"a, \"\"b\"\"\nc\",-0.05,Infinity\n\"\",,\n,0.00,-0.0\n"));

    [Test]
    public void A_line_of_json_keeps_every_digit_of_a_decimal() => Assert.That(
        Written(ResultFormat.Jsonl),
        Is.EqualTo(
            "{\"schema\":[{\"name\":\"name\",\"type\":\"string\"},{\"name\":\"amount\",\"type\":\"decimal(10,2)\"},{\"name\":\"ratio\",\"type\":\"double\"}],"
            + "\"rows\":[[\"plain\",\"1.50\",0.1],[\"a, \\\"b\\\"\\nc\",\"-0.05\",\"Infinity\"],[\"\",null,null],[null,\"0.00\",-0.0]]}\n"));

    [Test]
    public void A_result_without_rows_still_has_its_columns() => Assert.That(Written(ResultFormat.Csv, []), Is.EqualTo("name,amount,ratio\n"));

    [Test]
    public void An_error_is_a_line_too()
    {
        using var text = new StringWriter { NewLine = "\n" };

        ResultWriter.WriteError("UNSUPPORTED", "no \"x\"", refused: true, text);

        Assert.That(text.ToString(), Is.EqualTo("{\"error\":{\"class\":\"UNSUPPORTED\",\"message\":\"no \\\"x\\\"\"},\"refused\":true}\n"));
    }

    private static string Written(ResultFormat format, object?[][]? rows = null)
    {
        using var text = new StringWriter { NewLine = "\n" };
        ResultWriter.Write(format, Schema, rows ?? Rows, text);
        return text.ToString();
    }
}
