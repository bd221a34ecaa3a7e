using System.Data.Common;
using SparkEtl.Driver;
using SparkEtl.EndToEnd.Tests.MySql;
using SparkEtl.Processing.Claims;

namespace SparkEtl.EndToEnd.Tests.Program;

/// <summary>A user's own program: SparkEtl with one pipeline. The tests start it as a child process.</summary>
internal static class SalesProgram
{
    /// <summary>As the first argument: the program as a build with an ADO.NET driver for MySQL makes it.</summary>
    public const string WithMySql = "with-mysql";

    public static Task<int> Main(string[] args)
    {
        if (args is not [WithMySql, .. var rest])
        {
            return SparkEtlApp.RunAsync(args, pipelines => pipelines.Add<SalesPipeline>());
        }

        DbProviderFactories.RegisterFactory("MySqlConnector", LibMariaDbFactory.Instance);
        return SparkEtlApp.RunAsync(rest, pipelines => pipelines.Add<ClaimsPipeline>());
    }
}
