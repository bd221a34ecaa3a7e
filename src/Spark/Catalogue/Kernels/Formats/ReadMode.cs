using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Kernels.Formats;

/// <summary>What happens to a text that does not fit its schema: nulls and the text kept (PERMISSIVE), or an error (FAILFAST).</summary>
internal sealed class ReadMode
{
    private const string DefaultColumn = "_corrupt_record";

    private readonly string function;
    private readonly bool fails;
    private readonly int corruptColumn;

    private ReadMode(string function, bool fails, int corruptColumn)
    {
        this.function = function;
        this.fails = fails;
        this.corruptColumn = corruptColumn;
    }

    public static ReadMode Of(string function, TextOptions options, DataType schema)
    {
        var mode = options.Text("mode", "PERMISSIVE").ToUpperInvariant();
        if (mode is not ("PERMISSIVE" or "FAILFAST"))
        {
            throw new AnalysisException("PARSE_MODE_UNSUPPORTED", $"{function} has the modes PERMISSIVE and FAILFAST, found '{mode}'.");
        }

        var name = options.Text("columnNameOfCorruptRecord", DefaultColumn);
        var column = (schema as StructType)?.Fields.FindIndex(f => f.Name == name) ?? -1;
        if (column >= 0 && ((StructType)schema).Fields[column].DataType is not StringType and var found)
        {
            throw new AnalysisException("INVALID_CORRUPT_RECORD_TYPE", $"The column {name} of {function} takes malformed records: found {found.SimpleString}, expected string.");
        }

        return new ReadMode(function, mode == "FAILFAST", column);
    }

    /// <summary>The position of the column for texts that do not fit; -1 when the schema has none.</summary>
    public int CorruptColumn => corruptColumn;

    /// <summary>Raises the error of FAILFAST.</summary>
    public void Malformed(string text)
    {
        if (fails)
        {
            throw new QueryException(
                "MALFORMED_RECORD_IN_PARSING.WITHOUT_SUGGESTION",
                $"{function} in mode FAILFAST found a malformed record: {(text.Length > 200 ? text[..200] + "..." : text)}");
        }
    }

    /// <summary>The row with the text in the column for it.</summary>
    public object?[] Keep(string text, object?[] row)
    {
        if (corruptColumn >= 0)
        {
            row[corruptColumn] = text;
        }

        return row;
    }
}
