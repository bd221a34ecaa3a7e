using System.Data.Common;
using System.Reflection;

namespace SparkEtl.Driver.Environments.MySql.Embedded;

/// <summary>
/// The ADO.NET driver of MySQL: MySqlConnector, in a build that has it. It is found by its name, so that a build without it is complete,
/// and used through System.Data.Common alone.
/// </summary>
internal static class MySqlProvider
{
    /// <summary>Its name among the registered drivers of the process, and that of its assembly.</summary>
    public const string Name = "MySqlConnector";

    /// <summary>The driver; null in a build without it.</summary>
    public static DbProviderFactory? Find() => DbProviderFactories.TryGetFactory(Name, out var registered) ? registered : OfAssembly();

    private static DbProviderFactory? OfAssembly() =>
        Type.GetType($"{Name}.MySqlConnectorFactory, {Name}")?.GetField("Instance", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as DbProviderFactory;
}
