namespace SparkEtl.Utils.Configuration;

/// <summary>A section that belongs to a pipeline and not to the program itself.</summary>
/// <param name="Name">The pipeline's name, which is the section's key.</param>
/// <param name="OptionsType">
/// The record its keys are bound to: property <c>PartitionBy</c> is key <c>partition_by</c>. Properties may be text, numbers, bool, enums,
/// lists, dictionaries by text, and such records. A key must be given when its property is <c>required</c> or a reference without a default.
/// </param>
public sealed record ConfigurationSection(string Name, Type OptionsType)
{
    /// <summary>Whether the pipeline reads the tables of <c>source</c>, so that a missing source is a problem when the pipeline is configured.</summary>
    public bool NeedsSource { get; init; }
}
