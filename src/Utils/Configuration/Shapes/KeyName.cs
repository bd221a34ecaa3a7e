using System.Text.Json;

namespace SparkEtl.Utils.Configuration.Shapes;

/// <summary>The name by which a member of the code goes in YAML: <c>TempDirectory</c> is <c>temp_directory</c>.</summary>
internal static class KeyName
{
    public static string Of(string codeName) => JsonNamingPolicy.SnakeCaseLower.ConvertName(codeName);
}
