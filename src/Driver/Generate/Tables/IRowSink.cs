namespace SparkEtl.Driver.Generate.Tables;

/// <summary>Takes the values of a table, row by row and column by column.</summary>
internal interface IRowSink
{
    void Whole(long? value);

    void Text(string? value);

    /// <summary>An amount of money.</summary>
    /// <param name="cents">Hundredths; at most 18 digits.</param>
    void Amount(long? cents);

    /// <summary>A moment.</summary>
    /// <param name="seconds">Seconds since 1970-01-01 00:00:00 UTC.</param>
    void Moment(long? seconds);

    void EndRow();
}
