using System.Diagnostics;
using SparkEtl.Spark.Engines.Jvm.Launching;

namespace SparkEtl.Spark.Jvm.Tests.Launching;

/// <summary>A folder that stands for a machine: its programs, its Javas, its Sparks.</summary>
internal sealed class MachineFolder : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("sparketl-machine-").FullName;

    public Dictionary<string, string> Variables { get; } = [];

    public MachineFolder()
    {
        Variables["HOME"] = root;
        Variables["XDG_CACHE_HOME"] = At("cache");
        Directory.CreateDirectory(At("project/bin"));
    }

    public Surroundings Surroundings => new(Variables.GetValueOrDefault, [At("project/bin")]);

    public string Cache => At("cache/sparketl/spark");

    public string At(string path) => Path.Combine(root, path);

    /// <summary>Puts a Java of that version there; its folder.</summary>
    public string Java(string version)
    {
        var home = At($"java-{version}");
        Write($"java-{version}/bin/java", string.Empty);
        Write($"java-{version}/release", $"IMPLEMENTOR=\"Debian\"\nJAVA_VERSION=\"{version}\"\n");
        return home;
    }

    /// <summary>Puts a Spark of that version there; its folder.</summary>
    public string Spark(string version, string folder = "sparks")
    {
        Write($"{folder}/spark-{version}/jars/spark-core_2.13-{version}.jar", string.Empty);
        return At($"{folder}/spark-{version}");
    }

    /// <summary>Puts the archive of a Spark of that version there; its path.</summary>
    public string Archive(string version, string folder = "shared/spark")
    {
        var home = Spark(version, "packed");
        var archive = At($"{folder}/spark-{version}.tar.gz");
        Directory.CreateDirectory(Path.GetDirectoryName(archive)!);
        using var tar = Process.Start("tar", ["-czf", archive, "-C", Path.GetDirectoryName(home)!, Path.GetFileName(home)]);
        tar.WaitForExit();
        return archive;
    }

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
    }

    public void Dispose() => Directory.Delete(root, recursive: true);
}
