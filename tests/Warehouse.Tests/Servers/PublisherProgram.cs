using System.Globalization;
using SparkEtl.Utils.Secrets;
using SparkEtl.Warehouse.Servers;

namespace SparkEtl.Warehouse.Tests.Servers;

/// <summary>A publisher in a process of its own: arguments product, port, database, value, number of rows, and at which row it stops to be killed (-1: at none).</summary>
internal static class PublisherProgram
{
    public const string Waiting = "waiting";
    public const string PasswordVariable = "SPARKETL_TEST_PASSWORD";

    public static async Task Main(string[] args)
    {
        var numbers = args[3..].Select(a => int.Parse(a, CultureInfo.InvariantCulture)).ToArray();
        var address = new ServerAddress(
            args[0], PostgresServer.Host, int.Parse(args[1], CultureInfo.InvariantCulture), args[2], PostgresServer.Username,
            new Secret(Environment.GetEnvironmentVariable(PasswordVariable)!), false, ServerDatabase.Schema);
        var table = Some.Repeated("t", numbers[0], numbers[1], row =>
        {
            if (row == numbers[2])
            {
                Console.WriteLine(Waiting);
                Thread.Sleep(Timeout.Infinite);
            }
        });
        await ServerDatabase.Target(address, args[0]).PublishAsync(Some.Run(), [Some.Repeated("first", numbers[0], 10), table], CancellationToken.None);
    }
}
