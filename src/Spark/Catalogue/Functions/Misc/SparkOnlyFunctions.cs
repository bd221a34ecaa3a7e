namespace SparkEtl.Spark.Catalogue.Functions.Misc;

/// <summary>Functions that Spark runs by its own name and the embedded engine refuses by name.</summary>
internal static class SparkOnlyFunctions
{
    private const string Family = "misc";
    private const string Java = "it has no Java to call; use a function of the catalogue.";
    private const string Sketch = "its argument is the bytes of Spark's own sketch; count exactly with count(distinct ...) instead.";
    private const string Avro = "Spark has it in a package of its own and under other names by version; read the files as avro on the engine spark.";
    private const string Since4 = "Spark has it since 4.0 only; keep such values as JSON texts.";
    private const string File = "rows do not say where in a file they come from there; read one file at a time.";

    public static IEnumerable<Function> All =>
    [
        OnSpark("reflect", Returns.String, Java, Want.String, Want.String, Parameter.Many(Want.Any)),
        OnSpark("java_method", Returns.String, Java, Want.String, Want.String, Parameter.Many(Want.Any)),
        OnSpark("hll_sketch_estimate", Returns.Long, Sketch, Want.Binary),
        OnSpark("hll_union", Returns.Binary, Sketch, Want.Binary, Want.Binary, Parameter.Option(Want.Boolean)),
        OnSpark("input_file_block_start", Returns.Long, File),
        OnSpark("input_file_block_length", Returns.Long, File),
        .. new[] { "from_avro", "to_avro", "schema_of_avro", "from_protobuf", "to_protobuf" }.Select(name => ScalarEntry.Refused(Family, name, Avro)),
        .. new[]
        {
            "parse_json", "try_parse_json", "variant_get", "try_variant_get", "is_variant_null", "schema_of_variant", "to_variant_object", "from_xml", "to_xml", "schema_of_xml",
            "collate", "collation", "try_reflect", "is_valid_utf8", "make_valid_utf8", "validate_utf8", "try_validate_utf8", "randstr", "uniform",
        }.Select(name => ScalarEntry.Refused(Family, name, Since4)),
    ];

    private static Function OnSpark(string name, ResultRule result, string why, params Parameter[] parameters) =>
        ScalarEntry.Of(Family, name, Signature.Of(result.MaybeNull(), parameters), Rendering.Refused(why), canFail: true);
}
