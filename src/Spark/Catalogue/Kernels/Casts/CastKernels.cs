using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Kernels.Casts;

/// <summary>The casts of Spark's ANSI mode as C# functions, made for one pair of types.</summary>
internal static class CastKernels
{
    /// <summary>The kernel of a cast, or null when there is no such cast (<see cref="CastRules.Check"/> says why).</summary>
    /// <param name="from">The type of the values.</param>
    /// <param name="to">The type they become.</param>
    /// <param name="try">Give null for a value that does not fit, where the cast would raise an error.</param>
    public static Kernel? For(DataType from, DataType to, bool @try) =>
        CastRules.Check(from, to, @try) is null && Find(new CastSite(from, to, @try)) is { } conversion ? new Kernel(conversion.Function) : null;

    internal static Conversion? Find(CastSite site) => (site.From, site.To) switch
    {
        _ when Coercion.SameShape(site.From, site.To) => Same,
        (NullType, _) => Same,
        (_, StringType) => TextCasts.ToText(site),
        (StringType, _) => TextCasts.FromText(site),
        (DayTimeIntervalType or YearMonthIntervalType, _) or (_, DayTimeIntervalType or YearMonthIntervalType) => IntervalCasts.For(site),
        (DateType or TimestampType or TimestampNtzType, _) or (_, DateType or TimestampType or TimestampNtzType) => TimeCasts.For(site),
        (AtomicType, AtomicType) => NumberCasts.For(site),
        _ => NestedCasts.For(site),
    };

    private static Conversion Same { get; } = new((Func<object, object>)(value => value), value => value);
}
