using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Csv.Values;

/// <summary>The columns by type.</summary>
internal static class CsvColumns
{
    /// <summary>What converts the values of a column.</summary>
    public static CsvColumn Of(StructField field, CsvOptions options)
    {
        var nulls = options.Nulls;
        return field.DataType switch
        {
            StringType => new StringColumn(field, nulls),
            ByteType => new FixedColumn<sbyte>(field, nulls, WholeNumberText.TryByte),
            ShortType => new FixedColumn<short>(field, nulls, WholeNumberText.TryShort),
            IntegerType => new FixedColumn<int>(field, nulls, WholeNumberText.TryInt),
            LongType => new FixedColumn<long>(field, nulls, WholeNumberText.TryLong),
            FloatType => new FixedColumn<float>(field, nulls, options.Doubles.TryFloat),
            DoubleType => new FixedColumn<double>(field, nulls, options.Doubles.TryDouble),
            BooleanType => new FixedColumn<bool>(field, nulls, BooleanText.TryRead),
            DateType => new FixedColumn<int>(field, nulls, options.Times.TryDate),
            TimestampType => new FixedColumn<long>(field, nulls, options.Times.TryTimestamp),
            TimestampNtzType => new FixedColumn<long>(field, nulls, options.Times.TryLocal),
            DayTimeIntervalType d => new FixedColumn<long>(field, nulls, new IntervalText(d, null).TryDayTime),
            YearMonthIntervalType y => new FixedColumn<int>(field, nulls, new IntervalText(null, y).TryYearMonth),
            DecimalType { Precision: <= 4 } d => new FixedColumn<short>(field, nulls, new DecimalText(d).TryShort),
            DecimalType { Precision: <= 9 } d => new FixedColumn<int>(field, nulls, new DecimalText(d).TryInt),
            DecimalType { Precision: <= 18 } d => new FixedColumn<long>(field, nulls, new DecimalText(d).TryLong),
            DecimalType d => new FixedColumn<Int128>(field, nulls, new DecimalText(d).TryWide),
            var other => throw new AnalysisException(
                "UNSUPPORTED_DATA_TYPE_FOR_DATASOURCE",
                $"Found the column {field.Name} of the type {other.SimpleString}, which CSV does not have. Read it as string and convert it."),
        };
    }
}
