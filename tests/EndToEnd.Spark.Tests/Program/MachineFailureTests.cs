using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace SparkEtl.EndToEnd.Spark.Tests.Program;

/// <summary>What a machine lacks for Spark is one clear error that names the next step; no process is left.</summary>
[Category("Spark")]
internal sealed class MachineFailureTests
{
    private const string Version = "4.3.0";
    private const string Mark = "SPARKETL_TEST_RUN";

    private static readonly string[] s_query = ["sql", "select 1", "--env", "local", "--engine", "spark"];

    private readonly string run = Guid.NewGuid().ToString("N");
    private string folder = null!;

    [SetUp]
    public void NewFolder() => folder = Directory.CreateTempSubdirectory("sparketl-machine-").FullName;

    [TearDown]
    public void RemoveFolder()
    {
        Directory.Delete(folder, recursive: true);
        Assert.That(Processes.With(Mark, run).Select(Processes.CommandLine), Is.Empty);
    }

    [Test]
    public Task No_Java_is_told() => Fails(
        start =>
        {
            start.Environment.Remove("JAVA_HOME");
            start.Environment["PATH"] = folder;
        },
        s_query,
        "There is no Java on this machine",
        "--engine duckdb");

    [Test]
    public Task A_Java_that_is_too_old_is_told()
    {
        Directory.CreateDirectory(Path.Combine(folder, "bin"));
        File.WriteAllText(Path.Combine(folder, "bin", "java"), string.Empty);
        File.WriteAllText(Path.Combine(folder, "release"), "JAVA_VERSION=\"1.8.0_412\"\n");
        return Fails(start => start.Environment["JAVA_HOME"] = folder, s_query, "JAVA_HOME", "17");
    }

    [TestCase("spark.driver.port")]
    [TestCase("spark.ui.port")]
    public async Task A_port_that_is_taken_is_told(string key)
    {
        using var listener = new TcpListener(IPAddress.Any, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        await Fails(
            _ => { }, [.. s_query, "--set", $"engine.conf.{key}={port}", "--set", "engine.conf.spark.port.maxRetries=0", "--set", "engine.conf.spark.ui.enabled=true"], port, key, "engine.conf");
    }

    [Test]
    public Task Too_little_memory_to_start_is_told() => Fails(
        _ => { }, [.. s_query, "--set", "engine.conf.spark.driver.memory=300m"], "spark.driver.memory", "engine.conf");

    [Test]
    public Task A_query_that_needs_more_memory_than_there_is_is_told() => Fails(
        _ => { },
        [
            "sql", "select size(collect_list(concat(repeat('x', 1000000), id))) from range(4000)", "--env", "local", "--engine", "spark", "--set", "engine.conf.spark.driver.memory=512m",
            "--set", "engine.conf.spark.ui.enabled=false",
        ],
        "memory",
        "spark.driver.memory",
        "engine.conf");

    private async Task Fails(Action<ProcessStartInfo> change, string[] arguments, params string[] parts)
    {
        using var program = SparkProgram.Start(
            Version,
            start =>
            {
                start.Environment[Mark] = run;
                change(start);
            },
            arguments);
        var end = await SparkProgram.EndOf(program);
        TestContext.Out.WriteLine(end.Errors);
        end.IsFailure(parts);
        Assert.That(end.Output, Is.Empty);
    }
}
