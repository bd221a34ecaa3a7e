namespace SparkEtl.Spark.Sql.Types;

/// <summary>A length of time in days to seconds, kept in microseconds.</summary>
public sealed class DayTimeIntervalType : AtomicType
{
    private static readonly string[] FieldNames = ["day", "hour", "minute", "second"];

    /// <summary>Creates an interval type that shows the fields from <paramref name="start"/> to <paramref name="end"/>.</summary>
    /// <param name="start">0 day, 1 hour, 2 minute, 3 second.</param>
    /// <param name="end">As <paramref name="start"/>, and not before it.</param>
    internal DayTimeIntervalType(int start = 0, int end = 3)
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
    public override bool Equals(object? obj) => obj is DayTimeIntervalType other && other.Start == Start && other.End == End;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(nameof(DayTimeIntervalType), Start, End);
}
