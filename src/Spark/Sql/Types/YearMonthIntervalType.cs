namespace SparkEtl.Spark.Sql.Types;

/// <summary>A length of time in years and months, kept in months.</summary>
public sealed class YearMonthIntervalType : AtomicType
{
    private static readonly string[] FieldNames = ["year", "month"];

    /// <summary>Creates an interval type that shows the fields from <paramref name="start"/> to <paramref name="end"/>.</summary>
    /// <param name="start">0 year, 1 month.</param>
    /// <param name="end">As <paramref name="start"/>, and not before it.</param>
    internal YearMonthIntervalType(int start = 0, int end = 1)
    {
        Start = start;
        End = end;
    }

    /// <inheritdoc/>
    public override string SimpleString => Start == End ? $"interval {FieldNames[Start]}" : $"interval {FieldNames[Start]} to {FieldNames[End]}";

    internal int Start { get; }

    internal int End { get; }

    internal override string NormalisedTypeName => SimpleString;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is YearMonthIntervalType other && other.Start == Start && other.End == End;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(nameof(YearMonthIntervalType), Start, End);
}
