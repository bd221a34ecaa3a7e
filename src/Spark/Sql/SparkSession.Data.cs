using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql.Types;
using SparkEtl.Spark.Sql.Values;
using Attribute = SparkEtl.Spark.Plan.Expressions.Attribute;

namespace SparkEtl.Spark.Sql;

/// <content>Frames of values that the program has.</content>
public sealed partial class SparkSession
{
    private const string OnlyColumn = "_1";

    /// <summary>A frame of rows; they are part of the plan.</summary>
    /// <param name="data">Rows with as many values as the schema has columns.</param>
    /// <param name="schema">The columns' names and types.</param>
    /// <exception cref="AnalysisException">A row has another number of values, a value does not fit its type, or a null is where none can be.</exception>
    public DataFrame CreateDataFrame(IEnumerable<GenericRow> data, StructType schema)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(schema);
        return Of(schema, data.Select((row, i) => ToPlan(row, i, schema)).ToSeq());
    }

    /// <summary>A frame of one column <c>_1</c> that is never null.</summary>
    /// <param name="data">Its values.</param>
    public DataFrame CreateDataFrame(IEnumerable<int> data) => Single(data, SqlTypes.Integer, nullable: false);

    /// <summary>A frame of one column <c>_1</c>.</summary>
    /// <param name="data">Its values.</param>
    public DataFrame CreateDataFrame(IEnumerable<int?> data) => Single(data, SqlTypes.Integer, nullable: true);

    /// <inheritdoc cref="CreateDataFrame(IEnumerable{int?})"/>
    public DataFrame CreateDataFrame(IEnumerable<string> data) => Single(data, SqlTypes.String, nullable: true);

    /// <inheritdoc cref="CreateDataFrame(IEnumerable{int})"/>
    public DataFrame CreateDataFrame(IEnumerable<double> data) => Single(data, SqlTypes.Double, nullable: false);

    /// <inheritdoc cref="CreateDataFrame(IEnumerable{int?})"/>
    public DataFrame CreateDataFrame(IEnumerable<double?> data) => Single(data, SqlTypes.Double, nullable: true);

    /// <inheritdoc cref="CreateDataFrame(IEnumerable{int})"/>
    public DataFrame CreateDataFrame(IEnumerable<bool> data) => Single(data, SqlTypes.Boolean, nullable: false);

    /// <inheritdoc cref="CreateDataFrame(IEnumerable{int?})"/>
    public DataFrame CreateDataFrame(IEnumerable<bool?> data) => Single(data, SqlTypes.Boolean, nullable: true);

    /// <inheritdoc cref="CreateDataFrame(IEnumerable{int?})"/>
    public DataFrame CreateDataFrame(IEnumerable<Date> data) => Single(data, SqlTypes.Date, nullable: true);

    /// <inheritdoc cref="CreateDataFrame(IEnumerable{int?})"/>
    public DataFrame CreateDataFrame(IEnumerable<Timestamp> data) => Single(data, SqlTypes.Timestamp, nullable: true);

    /// <summary>A frame of values as plans hold them.</summary>
    internal DataFrame Of(StructType schema, Seq<Seq<object?>> rows) =>
        new(this, new LocalData(schema.Fields.Select(f => Attribute.New(f.Name, f.DataType, f.IsNullable)).ToSeq(), rows));

    private DataFrame Single<T>(IEnumerable<T> data, DataType type, bool nullable)
    {
        ArgumentNullException.ThrowIfNull(data);
        var rows = data.Select((v, i) => new Seq<object?>([PlanValues.ToPlan(v, type, $"Value {i}")]));
        return Of(new StructType([new StructField(OnlyColumn, type, nullable)]), rows.ToSeq());
    }

    private static Seq<object?> ToPlan(GenericRow row, int index, StructType schema)
    {
        if (row is null || row.Size() != schema.Fields.Count)
        {
            throw new AnalysisException(
                "AXIS_LENGTH_MISMATCH", $"Row {index} has {row?.Size() ?? 0} value(s), the schema has {schema.Fields.Count} column(s).");
        }

        var values = new object?[row.Size()];
        for (var i = 0; i < values.Length; i++)
        {
            var field = schema.Fields[i];
            var where = $"Row {index}, column '{field.Name}'";
            values[i] = PlanValues.ToPlan(row.Values[i], field.DataType, where);
            if (values[i] is null && !field.IsNullable)
            {
                throw new AnalysisException("NOT_NULL_ASSERT_VIOLATION", $"{where} is null, but the schema says that it never is.");
            }
        }

        return new Seq<object?>(values);
    }
}
