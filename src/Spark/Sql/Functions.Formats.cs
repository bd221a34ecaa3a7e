using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Sql;

/// <content>JSON and CSV inside of a column. A schema is text as SQL writes it or JSON; options are those of the reader.</content>
public static partial class Functions
{
    /// <summary>
    /// The text of the value at a JSON path such as <c>$.a[0]</c>; null when there is none. Spark's <c>get_json_object</c>.
    /// </summary>
    public static Column GetJsonObject(Column column, string path) => Call("get_json_object", column, path);

    /// <summary>The texts of some fields of a JSON object, one column for each. Spark's <c>json_tuple</c>.</summary>
    public static Column JsonTuple(Column column, params string[] fields) => Call("json_tuple", [column, .. fields]);

    /// <summary>A JSON text as a value of the schema; null where it is malformed. Spark's <c>from_json</c>.</summary>
    public static Column FromJson(Column column, string schema, Dictionary<string, string>? options = null) =>
        WithOptions("from_json", options, column, SchemaText.OfText(schema));

    /// <inheritdoc cref="FromJson(Column, string, Dictionary{string, string})"/>
    public static Column FromJson(Column column, Column schema, Dictionary<string, string>? options = null) =>
        WithOptions("from_json", options, column, schema);

    /// <summary>The schema of a constant JSON text, as SQL writes it. Spark's <c>schema_of_json</c>.</summary>
    public static Column SchemaOfJson(string json) => Call("schema_of_json", json);

    /// <inheritdoc cref="SchemaOfJson(string)"/>
    public static Column SchemaOfJson(Column json) => Call("schema_of_json", json);

    /// <inheritdoc cref="SchemaOfJson(string)"/>
    public static Column SchemaOfJson(Column json, Dictionary<string, string> options) => WithOptions("schema_of_json", options, json);

    /// <summary>A struct, array or map as JSON. Spark's <c>to_json</c>.</summary>
    public static Column ToJson(Column column, Dictionary<string, string>? options = null) => WithOptions("to_json", options, column);

    /// <summary>A CSV text as a struct of the schema. Spark's <c>from_csv</c>.</summary>
    public static Column FromCsv(Column column, StructType schema, Dictionary<string, string> options) =>
        WithOptions("from_csv", options, column, SchemaText.OfType(schema));

    /// <inheritdoc cref="FromCsv(Column, StructType, Dictionary{string, string})"/>
    public static Column FromCsv(Column column, Column schema, Dictionary<string, string> options) =>
        WithOptions("from_csv", options, column, schema);

    /// <summary>The schema of a constant CSV text, as SQL writes it. Spark's <c>schema_of_csv</c>.</summary>
    public static Column SchemaOfCsv(string csv) => Call("schema_of_csv", csv);

    /// <inheritdoc cref="SchemaOfCsv(string)"/>
    public static Column SchemaOfCsv(Column csv) => Call("schema_of_csv", csv);

    /// <inheritdoc cref="SchemaOfCsv(string)"/>
    public static Column SchemaOfCsv(Column csv, Dictionary<string, string> options) => WithOptions("schema_of_csv", options, csv);

    /// <summary>A struct as a line of CSV. Spark's <c>to_csv</c>.</summary>
    public static Column ToCsv(Column column) => Call("to_csv", column);

    /// <inheritdoc cref="ToCsv(Column)"/>
    public static Column ToCsv(Column column, Dictionary<string, string> options) => WithOptions("to_csv", options, column);
}
