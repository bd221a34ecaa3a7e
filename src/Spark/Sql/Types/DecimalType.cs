namespace SparkEtl.Spark.Sql.Types;

/// <summary>An exact number of at most 38 digits, <see cref="Scale"/> of them after the point.</summary>
public sealed class DecimalType : FractionalType
{
    /// <summary>The most digits a decimal can have.</summary>
    internal const int MaxPrecision = 38;

    /// <summary>Creates a decimal type.</summary>
    /// <param name="precision">Digits in all, 1 to 38.</param>
    /// <param name="scale">Digits after the point, 0 to <paramref name="precision"/>.</param>
    /// <exception cref="AnalysisException">The numbers are out of range.</exception>
    public DecimalType(int precision = 10, int scale = 0)
    {
        if (precision is < 1 or > MaxPrecision)
        {
            throw new AnalysisException("DECIMAL_PRECISION_EXCEEDS_MAX_PRECISION", $"Decimal precision {precision} is outside 1 to {MaxPrecision}.");
        }

        if (scale < 0 || scale > precision)
        {
            throw new AnalysisException("INVALID_DECIMAL_SCALE", $"Decimal scale {scale} is outside 0 to the precision {precision}.");
        }

        Precision = precision;
        Scale = scale;
    }

    /// <inheritdoc/>
    public override string SimpleString => $"decimal({Precision},{Scale})";

    internal int Precision { get; }

    internal int Scale { get; }

    internal override string NormalisedTypeName => SimpleString;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is DecimalType other && other.Precision == Precision && other.Scale == Scale;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(nameof(DecimalType), Precision, Scale);
}
