using System.Globalization;
using SparkEtl.Spark.Engines.Jvm.Gateway;
using SparkEtl.Utils.Secrets;

namespace SparkEtl.Spark.Engines.Jvm.Launching;

/// <summary>The JVM that spark-submit started and that started this program. It is not ours to end: it ends when this program does.</summary>
internal sealed class SubmittedDriver : IDriver
{
    private const string PortVariable = "SPARKETL_GATEWAY_PORT";

    private SubmittedDriver(GatewayEndpoint endpoint) => Endpoint = endpoint;

    /// <inheritdoc/>
    public GatewayEndpoint Endpoint { get; }

    /// <summary>Whether this program was started by a JVM of spark-submit.</summary>
    public static bool IsThere(Surroundings surroundings) => surroundings.Variable(PortVariable) is not null;

    /// <summary>The JVM that started this program; null when none did.</summary>
    /// <exception cref="LaunchException">The environment says only half of it.</exception>
    public static SubmittedDriver? Find(Surroundings surroundings)
    {
        if (surroundings.Variable(PortVariable) is not { } port)
        {
            return null;
        }

        return int.TryParse(port, CultureInfo.InvariantCulture, out var number) && surroundings.Variable(DriverProcess.TokenVariable) is { } token
            ? new SubmittedDriver(new GatewayEndpoint(number, new Secret(token)))
            : throw new LaunchException(
                $"{PortVariable} is '{port}' and {DriverProcess.TokenVariable} is {(surroundings.Variable(DriverProcess.TokenVariable) is null ? "not set" : "set")}; "
                + "expected a port and a token, as sparketl.DotnetRunner sets them. Unset both to run without spark-submit.");
    }

    /// <summary>The error that says that the JVM is gone.</summary>
    public static LaunchException Gone(Exception? cause) => new(
        "The driver's JVM, which spark-submit started, is gone, and with it this run. Why stands in its log: the lines of spark-submit, or yarn logs -applicationId ID. Then submit again.",
        cause);

    /// <inheritdoc/>
    public Exception Explain(GatewayException error) => Gone(error);

    /// <inheritdoc/>
    public void Dispose()
    {
        // It waits for the end of this program, and then ends by itself.
    }
}
