using SparkEtl.Driver.Environments;
using SparkEtl.Processing.Pipelines;
using SparkEtl.Spark.Engines.Jvm.Launching;
using SparkEtl.Utils.Configuration;
using SparkEtl.Utils.Configuration.Options;
using SparkEtl.Utils.Errors;

namespace SparkEtl.Driver.Submission;

/// <summary>Prints the command that submits an environment to Spark.</summary>
/// <param name="pipelines">The pipelines whose sections the file may have.</param>
/// <param name="request">Which environment.</param>
/// <param name="surroundings">Where Spark and the jars are searched.</param>
internal sealed class SubmitCommand(PipelineCollection pipelines, EnvironmentRequest request, Surroundings surroundings)
{
    private const string Yarn = "yarn";

    /// <summary>Prints it: for a shell that reads it back word by word when <paramref name="nullSeparated"/>, else for people.</summary>
    /// <param name="program">The program to submit; null for this one.</param>
    /// <param name="archive">Its folder as an archive; null for none.</param>
    /// <param name="arguments">What is given on to the program.</param>
    /// <param name="nullSeparated">Whether each word ends with U+0000.</param>
    /// <param name="to">Where the command is printed.</param>
    /// <param name="notes">Where remarks go.</param>
    public ExitCode Run(string? program, string? archive, IReadOnlyList<string> arguments, bool nullSeparated, TextWriter to, TextWriter notes)
    {
        var configuration = EnvironmentSession.Load(pipelines, request);
        EngineSupport.RequireSubmittable(configuration);
        var shipment = Shipment(configuration, program, archive, arguments);
        if (((SparkEngineOptions)configuration.Engine).DeployMode == DeployMode.Cluster)
        {
            ClusterFiles.Require(configuration, request, pipelines);
            foreach (var name in ClusterFiles.OverridesLeftBehind())
            {
                notes.WriteLine($"note: the variable {name} is not carried to the driver's container; write it into the file that engine.secrets names, or use --set.");
            }
        }

        var line = SubmitLine.Of(configuration, shipment);
        foreach (var key in line.LeftOut)
        {
            notes.WriteLine($"note: engine.conf.{key} is not on the command line, for it holds a secret; the program sets it when it starts the session.");
        }

        to.Write(nullSeparated ? string.Concat(line.Words.Select(w => w + '\0')) : ShellText.Of(line.Words) + '\n');
        return ExitCode.Done;
    }

    private Shipment Shipment(EnvironmentConfiguration configuration, string? program, string? archive, IReadOnlyList<string> arguments)
    {
        var engine = (SparkEngineOptions)configuration.Engine;
        var java = new JavaLocator(surroundings).Find();
        var spark = new SparkLocator(surroundings).Find(engine.Conf.GetValueOrDefault("spark.home"), java);
        java.Require(spark);
        var home = Path.GetDirectoryName(spark.Jars)!;
        if (!File.Exists(Path.Combine(home, "bin", "spark-submit")))
        {
            throw new DriverException($"The Spark that was found ({spark.Origin}) has no bin/spark-submit. Set SPARK_HOME to the folder of a whole distribution.");
        }

        var hadoop = surroundings.Variable("HADOOP_CONF_DIR") ?? surroundings.Variable("YARN_CONF_DIR");
        if (engine.Master == Yarn && hadoop is null)
        {
            throw new DriverException("engine.master is yarn, and neither HADOOP_CONF_DIR nor YARN_CONF_DIR is set. Set one to the folder with yarn-site.xml and core-site.xml, such as /etc/hadoop/conf.");
        }

        return new Shipment
        {
            SparkHome = home,
            Program = Path.GetFullPath(program ?? Environment.ProcessPath!),
            Archive = engine.DeployMode == DeployMode.Cluster
                ? Path.GetFullPath(archive ?? throw new DriverException("engine.deploy_mode is cluster, which needs the program as an archive: run scripts/spark-submit.sh, which makes it, or give --archive FILE."))
                : null,
            Jar = RunnerJar.Find(surroundings),
            Drivers = new DatabaseDrivers(surroundings).Find(),
            Arguments = arguments,
        };
    }
}
