using System.Globalization;

namespace SparkEtl.Benchmarks;

/// <summary>Medians of runs, and limits of ratios.</summary>
internal static class Measurements
{
    public static double Wall(IReadOnlyList<MeasuredProcess> runs) => Median(runs.Select(r => r.Wall));

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    public static void Print(string what, IReadOnlyList<MeasuredProcess> runs) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{what,-32} {Wall(runs),7:F1} s ({runs.Min(r => r.Wall):F1} to {runs.Max(r => r.Wall):F1}), {Median(runs.Select(r => r.Cpu)),6:F1} s of CPU, {runs.Max(r => r.PeakMegabytes)} MB"));

    /// <summary>Prints a figure beside its limit.</summary>
    /// <returns>Whether it is kept.</returns>
    public static bool Limit(string what, double found, double most)
    {
        bool good = found <= most;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-64} {found:F2}, at most {most:F2}{(good ? "" : "   TOO MUCH")}"));
        return good;
    }
}
