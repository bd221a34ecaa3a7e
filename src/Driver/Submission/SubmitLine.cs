using System.Globalization;
using SparkEtl.Driver.Environments;
using SparkEtl.Utils.Configuration;
using SparkEtl.Utils.Configuration.Options;
using SparkEtl.Utils.Secrets;

namespace SparkEtl.Driver.Submission;

/// <summary>The command line of spark-submit for an environment. It holds no secret: other users of the machine can read it.</summary>
internal sealed class SubmitLine
{
    private const string ProgramFolder = "sparketl";

    private const string MainClass = "sparketl.DotnetRunner";
    private const string DefaultProgramMemory = "512m";

    // As where the program starts the JVM itself. A user's extraJavaOptions come behind.
    private const string DriverJava = "-Duser.timezone=UTC -Dfile.encoding=UTF-8";
    private const string Stacks = "-Xss16m";

    private readonly EnvironmentConfiguration configuration;
    private readonly Shipment shipment;
    private readonly SparkEngineOptions engine;
    private readonly SortedDictionary<string, string> settings;
    private readonly List<string> leftOut = [];

    private SubmitLine(EnvironmentConfiguration configuration, Shipment shipment)
    {
        this.configuration = configuration;
        this.shipment = shipment;
        engine = (SparkEngineOptions)configuration.Engine;
        Master = engine.Master ?? "local[*]";
        InCluster = engine.DeployMode == DeployMode.Cluster;
        settings = SparkKeys.Of(engine, configuration);
        AddDefaults();
        KeepSecrets();
        Words = [.. Submit(), .. Program()];
    }

    /// <summary>The command, word by word.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The settings that are not on it, for they hold a secret: the program sets them when it starts the session.</summary>
    public IReadOnlyList<string> LeftOut => leftOut;

    private string Master { get; }

    private bool InCluster { get; }

    /// <summary>Puts the command together.</summary>
    /// <exception cref="DriverException">The settings say something twice, or something that is no size.</exception>
    public static SubmitLine Of(EnvironmentConfiguration configuration, Shipment shipment) => new(configuration, shipment);

    // Where the settings say nothing.
    private void AddDefaults()
    {
        settings.TryAdd(SparkKeys.ProgramMemory, DefaultProgramMemory);
        settings.TryAdd("spark.driver.defaultJavaOptions", $"{(InCluster ? ContainerMemory.DriverJava : Stacks)} {DriverJava}");
        settings.TryAdd("spark.sparketl.program", InCluster ? $"{ProgramFolder}/{Path.GetFileName(shipment.Program)}" : shipment.Program);

        if (Master == "yarn")
        {
            // A second attempt would run beside the first one's last moments; a rerun is the scheduler's matter.
            settings.TryAdd("spark.yarn.maxAppAttempts", "1");

            // Else a driver that is killed counts as one that is done.
            settings.TryAdd("spark.yarn.am.clientModeTreatDisconnectAsFailed", "true");
            ContainerMemory.AddDefaults(settings, InCluster);
        }
        else if (Master.StartsWith("spark://", StringComparison.Ordinal) && engine is { Instances: { } instances, ExecutorCores: { } cores })
        {
            // A standalone master knows no number of executors, only of processors.
            settings.TryAdd("spark.cores.max", (instances * cores).ToString(CultureInfo.InvariantCulture));
        }
    }

    private void KeepSecrets()
    {
        foreach (var (key, value) in settings.ToArray())
        {
            if (SecretName.Holds(key) || configuration.Masker.Mask(value) != value)
            {
                settings.Remove(key);
                leftOut.Add(key);
            }
        }
    }

    private IEnumerable<string> Submit()
    {
        yield return "env";
        yield return $"SPARK_HOME={shipment.SparkHome}";
        yield return Path.Combine(shipment.SparkHome, "bin", "spark-submit");
        yield return "--class";
        yield return MainClass;
        yield return "--master";
        yield return Master;
        yield return "--deploy-mode";
        yield return InCluster ? "cluster" : "client";
        yield return "--name";
        yield return $"sparketl {configuration.Name}";
        if (shipment.Drivers.Count > 0)
        {
            yield return "--jars";
            yield return string.Join(',', shipment.Drivers);
        }

        if (InCluster)
        {
            yield return "--files";
            yield return string.Join(',', ClusterFiles.Shipped(configuration));
            yield return "--archives";
            yield return $"{shipment.Archive}#{ProgramFolder}";
        }

        foreach (var (key, value) in settings)
        {
            yield return "--conf";
            yield return $"{key}={value}";
        }
    }

    private IEnumerable<string> Program()
    {
        yield return shipment.Jar;
        yield return configuration.Name;
        yield return InCluster ? Path.GetFileName(configuration.File) : Path.GetFullPath(configuration.File);
        foreach (var argument in shipment.Arguments)
        {
            yield return argument;
        }
    }
}
