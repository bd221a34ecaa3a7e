namespace SparkEtl.Spark.Engines.Jvm.Launching;

/// <summary>The jar of our side of the JVM: beside the program, or where the build of a checkout puts it.</summary>
internal static class RunnerJar
{
    private const string Name = "sparketl-jvm.jar";

    /// <summary>Finds the jar.</summary>
    /// <exception cref="LaunchException">It is nowhere.</exception>
    public static string Find(Surroundings surroundings)
    {
        var candidates = new[] { Path.Combine(AppContext.BaseDirectory, Name) }
            .Concat(surroundings.Upwards().Select(f => Path.Combine(f, ".sparketl", "jvm", Name)));
        return candidates.FirstOrDefault(File.Exists) ?? throw new LaunchException(
            $"The file {Name}, which the engine spark runs inside of the JVM, is neither beside the program nor in .sparketl/jvm of a folder above. "
            + "In a checkout run scripts/jvm.sh, which needs a JDK; or run on the embedded engine (--engine duckdb).");
    }
}
