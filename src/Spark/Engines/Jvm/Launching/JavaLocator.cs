using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SparkEtl.Spark.Engines.Jvm.Launching;

/// <summary>Finds Java: JAVA_HOME, then the search path.</summary>
internal sealed partial class JavaLocator(Surroundings surroundings)
{
    private const string HomeVariable = "JAVA_HOME";

    /// <summary>Finds Java and its version.</summary>
    /// <exception cref="LaunchException">There is none, or its version cannot be told.</exception>
    public JavaInstallation Find()
    {
        if (surroundings.Variable(HomeVariable) is { } home)
        {
            var program = Path.Combine(home, "bin", OperatingSystem.IsWindows() ? "java.exe" : "java");
            return File.Exists(program)
                ? At(program, $"{HomeVariable}, {home}")
                : throw new LaunchException($"{HomeVariable} is '{home}', where there is no bin/java. Set it to the folder of a Java, or unset it to use the one of the search path.");
        }

        return surroundings.Program("java") is { } found ? At(found, found) : throw new LaunchException(
            $"There is no Java on this machine, which Spark needs. Install one (17 runs every Spark supported here) and set {HomeVariable}, or run on the embedded engine (--engine duckdb).");
    }

    private static JavaInstallation At(string program, string origin) =>
        new(program, FromRelease(program) ?? FromItself(program, origin), origin);

    // The file beside it says it without starting a JVM.
    private static int? FromRelease(string program)
    {
        var real = File.ResolveLinkTarget(program, returnFinalTarget: true)?.FullName ?? program;
        var release = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(real)) ?? string.Empty, "release");
        return File.Exists(release) ? Feature(JavaVersion().Match(File.ReadAllText(release))) : null;
    }

    private static int FromItself(string program, string origin)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, ["-version"]) { RedirectStandardError = true })!;
            var said = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return Feature(SaidVersion().Match(said)) ?? throw new LaunchException($"The Java of {origin} does not tell its version: {said.Split('\n')[0].Trim()}");
        }
        catch (Win32Exception e)
        {
            throw new LaunchException($"The Java of {origin} cannot be started: {e.Message}", e);
        }
    }

    // 1.8.0_412 is 8, 17.0.15 is 17.
    private static int? Feature(Match version)
    {
        if (!version.Success)
        {
            return null;
        }

        var major = int.Parse(version.Groups[1].Value, CultureInfo.InvariantCulture);
        return major == 1 ? int.Parse(version.Groups[2].Value, CultureInfo.InvariantCulture) : major;
    }

    [GeneratedRegex("""JAVA_VERSION="(\d+)(?:\.(\d+))?""")]
    private static partial Regex JavaVersion();

    [GeneratedRegex("""version "(\d+)(?:\.(\d+))?""")]
    private static partial Regex SaidVersion();
}
