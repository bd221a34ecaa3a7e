namespace SparkEtl.Driver.Generate.Tables;

/// <summary>What is true of a treatment, whatever its row says: its claims and invoices mostly agree with it.</summary>
internal readonly record struct TreatmentFacts(long Program, string Type, long Created)
{
    private const ulong Stream = 10;

    /// <summary>The facts of the treatment of this number.</summary>
    public static TreatmentFacts Of(long seed, long number)
    {
        RowRandom random = RowRandom.For(seed, Stream, number);
        return new TreatmentFacts(
            1 + random.Below(40), Vocabulary.SomeType(ref random), Calendar.First + random.Below(Calendar.Span));
    }
}
