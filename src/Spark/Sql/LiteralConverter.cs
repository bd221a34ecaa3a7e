using System.Data.SqlTypes;
using System.Globalization;
using System.Numerics;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Sql;

/// <summary>A value of C# as a constant of SQL; a column stays what it is.</summary>
internal static class LiteralConverter
{
    /// <summary>The syntax of a value or of a column.</summary>
    /// <exception cref="AnalysisException">The value's type has no SQL type.</exception>
    public static ExpressionSyntax ToSyntax(object? value) => value is Column column ? column.Syntax : ToLiteral(value);

    /// <summary>The constant of a value.</summary>
    /// <exception cref="AnalysisException">The value's type has no SQL type.</exception>
    public static LiteralSyntax ToLiteral(object? value) => value switch
    {
        null or DBNull or INullable { IsNull: true } => new(null, SqlTypes.Null),
        bool b => new(b, SqlTypes.Boolean),
        sbyte b => new(b, SqlTypes.Byte),
        byte b and <= (byte)sbyte.MaxValue => new((sbyte)b, SqlTypes.Byte),
        byte b => throw new AnalysisException(
            "UNSUPPORTED_FEATURE.LITERAL_TYPE", $"The byte {b} does not fit in a tinyint (-128 to 127); pass it as a short or an int."),
        short s => new(s, SqlTypes.Short),
        int i => new(i, SqlTypes.Integer),
        long l => new(l, SqlTypes.Long),
        float f => new(f, SqlTypes.Float),
        double d => new(d, SqlTypes.Double),
        decimal m => OfDecimal(ToDecimalValue(m)),
        SqlDecimal m => OfDecimal(ToDecimalValue(m)),
        string s => new(s, SqlTypes.String),
        char c => new(c.ToString(CultureInfo.InvariantCulture), SqlTypes.String),
        Date d => new(d.DaysSinceEpoch, SqlTypes.Date),
        DateOnly d => new(Date.Of(d).DaysSinceEpoch, SqlTypes.Date),
        Timestamp t => new(t.MicrosecondsSinceEpoch, SqlTypes.Timestamp),
        DateTime t => new(new Timestamp(t).MicrosecondsSinceEpoch, SqlTypes.Timestamp),
        DateTimeOffset t => new(new Timestamp(t.UtcDateTime).MicrosecondsSinceEpoch, SqlTypes.Timestamp),
        TimeSpan t => new(t.Ticks / TimeSpan.TicksPerMicrosecond, SqlTypes.DayTimeInterval),
        byte[] b => new(b, SqlTypes.Binary),
        _ => throw new AnalysisException(
            "UNSUPPORTED_FEATURE.LITERAL_TYPE",
            $"A value of type {value.GetType().Name} has no SQL type. Expected null, bool, sbyte, short, int, long, float, double, decimal, "
            + "SqlDecimal, string, byte[], Date, DateOnly, Timestamp, DateTime, DateTimeOffset, TimeSpan or a Column."),
    };

    /// <summary>The exact value of a decimal; its scale is kept, trailing zeros too.</summary>
    public static DecimalValue ToDecimalValue(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var unscaled = new Int128((uint)bits[2], ((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
        return new DecimalValue(decimal.IsNegative(value) ? -unscaled : unscaled, value.Scale);
    }

    /// <summary>The exact value of a decimal of up to 38 digits; its scale is kept.</summary>
    public static DecimalValue ToDecimalValue(SqlDecimal value)
    {
        var data = value.Data;
        var unscaled = new Int128(((ulong)(uint)data[3] << 32) | (uint)data[2], ((ulong)(uint)data[1] << 32) | (uint)data[0]);
        return new DecimalValue(value.IsPositive ? unscaled : -unscaled, value.Scale);
    }

    private static LiteralSyntax OfDecimal(DecimalValue value) =>
        new(value, SqlTypes.Decimal(Math.Max(Digits(value.Unscaled), value.Scale), value.Scale));

    private static int Digits(Int128 unscaled)
    {
        var digits = 1;
        for (var rest = BigInteger.Abs(unscaled) / 10; !rest.IsZero; rest /= 10)
        {
            digits++;
        }

        return digits;
    }
}
