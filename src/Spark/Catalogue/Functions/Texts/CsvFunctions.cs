using SparkEtl.Spark.Catalogue.Functions.Operators;
using SparkEtl.Spark.Catalogue.Kernels.Csv;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions.Texts;

/// <summary>CSV inside of a column.</summary>
internal static class CsvFunctions
{
    private const string Family = "csv";

    public static IEnumerable<Function> All =>
    [
        ScalarEntry.Of(Family, "from_csv", Signature.Custom("(string, constant schema, [constant options])", Read), Rendering.Rewrite(WriteRead), canFail: true),
        ScalarEntry.Of(Family, "to_csv", Signature.Custom("(struct, [constant options])", Write), Rendering.Rewrite(WriteWrite)),
        ScalarEntry.Of(
            Family,
            "schema_of_csv",
            Signature.Custom("(constant string, [constant options])", Schema),
            Rendering.Rewrite((arguments, _) => Literal.Of(SchemaSql.Of(CsvSchema.Of(
                TextSchemas.Example("schema_of_csv", arguments[0]), TextSchemas.Options("schema_of_csv", arguments, 1)))))),
    ];

    private static Resolution Read(string function, Seq<Expression> arguments)
    {
        if (arguments.Count is < 2 or > 3)
        {
            throw Signature.WrongCount(function, "2 or 3 arguments", arguments.Count);
        }

        if (arguments[0].Type is not (StringType or NullType))
        {
            throw Signature.WrongType(function, 0, "string", arguments[0]);
        }

        var type = TextSchemas.Schema(function, 1, arguments[1]) as StructType
            ?? throw new AnalysisException("INVALID_SCHEMA.NON_STRUCT_TYPE", $"The schema of {function} must be a struct, such as 'a INT, b STRING'.");
        _ = new CsvReading(type, TextSchemas.Options(function, arguments, 2));
        return new Resolution([Coercion.CastTo(arguments[0], SqlTypes.String), .. arguments.Skip(1)], type, arguments[0].Nullable);
    }

    private static Call WriteRead(Seq<Expression> arguments, DataType type)
    {
        var reading = new CsvReading((StructType)type, TextSchemas.Options("from_csv", arguments, 2));
        return Primitive.Kernel("read csv", reading.Read).Call(type, arguments[0]);
    }

    private static Resolution Write(string function, Seq<Expression> arguments)
    {
        if (arguments.Count is < 1 or > 2)
        {
            throw Signature.WrongCount(function, "1 or 2 arguments", arguments.Count);
        }

        if (arguments[0].Type is not (StructType or NullType))
        {
            throw Signature.WrongType(function, 0, "struct", arguments[0]);
        }

        if (arguments[0].Type is StructType type)
        {
            _ = new CsvWriting(type, TextSchemas.Options(function, arguments, 1));
        }

        return new Resolution(arguments, SqlTypes.String, true);
    }

    private static Expression WriteWrite(Seq<Expression> arguments, DataType type)
    {
        if (arguments[0].Type is not StructType from || from.Fields.Count == 0)
        {
            return TypedNull.Of(type);
        }

        var writing = new CsvWriting(from, TextSchemas.Options("to_csv", arguments, 1));
        return Primitive.Kernel("write csv", writing.Write).Call(type, arguments[0]);
    }

    private static Resolution Schema(string function, Seq<Expression> arguments)
    {
        if (arguments.Count is < 1 or > 2)
        {
            throw Signature.WrongCount(function, "1 or 2 arguments", arguments.Count);
        }

        _ = CsvSchema.Of(TextSchemas.Example(function, arguments[0]), TextSchemas.Options(function, arguments, 1));
        return new Resolution(arguments, SqlTypes.String, false);
    }
}
