using SparkEtl.Spark.Catalogue.Kernels.Json;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Json;

/// <summary>Records as rows. An object is a row; of an array each object is.</summary>
/// <param name="fields">The wanted fields.</param>
/// <param name="options">How values are read.</param>
internal sealed class JsonRecords(StructType fields, JsonOptions options)
{
    private static readonly IReadOnlyList<object?[]> None = [];

    private readonly Func<JsonNode, (JsonConversion.Fit Fit, object? Value)> convert = new JsonConversion(options.Times).To(fields);

    /// <summary>The rows of a record, values in the order of the fields, and whether it is malformed. A malformed one may have rows, values that do not fit being null.</summary>
    public (IReadOnlyList<object?[]> Rows, bool IsMalformed) Rows(JsonNode? record) => record switch
    {
        JsonNode.Object => convert(record) is var (fit, row) ? ([(object?[])row!], fit != JsonConversion.Fit.Whole) : default,
        JsonNode.Array array => Items(array),
        _ => (None, true),
    };

    /// <summary>The first value that does not fit, and its field; null when there is none.</summary>
    public (StructField Field, string Found)? Misfit(JsonNode? record)
    {
        var objects = record is JsonNode.Array array ? array.Items : record is null ? [] : [record];
        var conversion = new JsonConversion(options.Times);
        foreach (var (name, value) in objects.OfType<JsonNode.Object>().SelectMany(o => o.Fields))
        {
            if (fields.Fields.Find(f => f.Name == name) is { } field && conversion.To(field.DataType)(value).Fit != JsonConversion.Fit.Whole)
            {
                return (field, JsonText.Write(value));
            }
        }

        return null;
    }

    private (IReadOnlyList<object?[]> Rows, bool IsMalformed) Items(JsonNode.Array array)
    {
        var rows = new List<object?[]>(array.Items.Count);
        var malformed = false;
        foreach (var item in array.Items)
        {
            if (item is not JsonNode.Object)
            {
                return (None, true);
            }

            var (fit, row) = convert(item);
            malformed |= fit != JsonConversion.Fit.Whole;
            rows.Add((object?[])row!);
        }

        return (rows, malformed);
    }
}
