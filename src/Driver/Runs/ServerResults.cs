using SparkEtl.Driver.Environments;
using SparkEtl.Driver.Output;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Utils.Configuration;
using SparkEtl.Utils.Configuration.Options;
using SparkEtl.Utils.Logging;
using SparkEtl.Warehouse;
using SparkEtl.Warehouse.Servers;

using Attribute = SparkEtl.Spark.Plan.Expressions.Attribute;

namespace SparkEtl.Driver.Runs;

/// <summary>The published results of an environment whose target is a server.</summary>
internal sealed class ServerResults(EnvironmentConfiguration configuration, ServerTargetOptions options)
{
    private readonly ServerTarget target = Targets.Server(configuration, options);

    /// <summary>Prints a result; no engine is needed for it.</summary>
    public async Task ShowAsync(string table, ResultFormat format, TextWriter to, CancellationToken cancellation)
    {
        var name = QueryCommand.Known(table, await target.TablesAsync(cancellation).ConfigureAwait(false));
        var read = await target.ReadAsync(name, cancellation).ConfigureAwait(false);
        ResultWriter.Write(format, read.Schema, read.Rows, to);
    }

    /// <summary>Gives the engine the rows of the results whose names occur in a text of statements.</summary>
    public async Task AddAsync(EnvironmentSession environment, string statements, CancellationToken cancellation)
    {
        try
        {
            foreach (var table in await target.TablesAsync(cancellation).ConfigureAwait(false))
            {
                if (statements.Contains(table, StringComparison.OrdinalIgnoreCase))
                {
                    var read = await target.ReadAsync(table, cancellation).ConfigureAwait(false);
                    environment.Session.Views.Replace(
                        table,
                        new LocalData(
                            read.Schema.Fields.Select(f => Attribute.New(f.Name, f.DataType, nullable: true)).ToSeq(), read.Rows.Select(r => r.ToSeq()).ToSeq()));
                }
            }
        }
        catch (WarehouseException e)
        {
            // The sources can be queried all the same.
            environment.Log.Warn($"the results in the target are not there for these statements: {e.Message}");
        }
    }
}
