using System.Globalization;

namespace SparkEtl.Spark.Tests.Engines.Sources;

/// <summary>Values of plans as a test reads them.</summary>
internal static class RowText
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => $"'{text}'",
        bool truth => truth ? "true" : "false",
        byte[] bytes => $"x{Convert.ToHexString(bytes)}",
        object?[] items => $"({string.Join(", ", items.Select(Of))})",
        KeyValuePair<object, object?>[] entries => $"{{{string.Join(", ", entries.Select(e => $"{Of(e.Key)}: {Of(e.Value)}"))}}}",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
