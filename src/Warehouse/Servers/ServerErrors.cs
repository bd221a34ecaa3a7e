using System.Net.Sockets;
using System.Security.Authentication;
using Npgsql;
using SparkEtl.Utils.Secrets;

namespace SparkEtl.Warehouse.Servers;

/// <summary>What a server or the network refuses, in words that say what to do. No message holds the password.</summary>
internal sealed class ServerErrors(ServerAddress address, Purpose purpose)
{
    private readonly SecretMasker masker = new([address.Password.Reveal()]);

    /// <summary>Errors of the server, of the driver, or of the network between.</summary>
    public static bool IsOfServer(Exception e) =>
        e is NpgsqlException or SocketException or TimeoutException or IOException or AuthenticationException or ObjectDisposedException;

    /// <summary>Runs a call and explains its error.</summary>
    public async Task<T> ExplainAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (Exception e) when (IsOfServer(e))
        {
            throw Explain(e);
        }
    }

    /// <summary>The error as the user sees it.</summary>
    public WarehouseException Explain(Exception error)
    {
        var (reason, next, transient) = error is PostgresException refused ? Refused(refused) : Lost(error);
        var verb = purpose == Purpose.Publish ? "written" : "read";
        var end = purpose == Purpose.Publish ? " The published tables are as they were." : string.Empty;
        return new WarehouseException(masker.Mask($"The target {address} cannot be {verb}: {reason}. {next}.{end}"), error, transient);
    }

    /// <summary>The connection broke before the answer to COMMIT.</summary>
    public WarehouseException OutcomeUnknown(Exception error, RunRecord run) => new(
        masker.Mask(
            $"The connection to the target {address} broke while the results were made visible: either all of them are, or none is. They are if "
            + $"{ServerNames.Ledger} in the schema {address.Schema} has a row with run_id {run.Id}; else run again: {error.Message}"),
        error,
        isTransient: true);

    private (string Reason, string Next, bool Transient) Refused(PostgresException e)
    {
        var said = Said(e);
        return e.SqlState switch
        {
            PostgresErrorCodes.InvalidPassword =>
                ($"the server refuses the password of the user {address.Username}", "Give the right one: the key target.password says where it comes from", false),
            PostgresErrorCodes.InvalidAuthorizationSpecification =>
                (said, "Look at target.username and target.tls, and at what the server's pg_hba.conf lets in", false),
            PostgresErrorCodes.InvalidCatalogName =>
                ($"the server has no database {address.Database}", "Create it, or name another by target.database", false),
            PostgresErrorCodes.InsufficientPrivilege =>
                (said, $"Ask its owner: GRANT USAGE, CREATE ON SCHEMA {address.Schema} TO {address.Username}, and SELECT, INSERT, DELETE on tables of others", false),
            PostgresErrorCodes.ReadOnlySqlTransaction =>
                (said, "The server is a copy that is only read, or its database is set so: name the primary by target.host", false),
            PostgresErrorCodes.DiskFull => (said, "The server's disk is full: make room there and run again", true),
            PostgresErrorCodes.OutOfMemory => (said, "The server has no memory left: run again when it is less busy", true),
            PostgresErrorCodes.TooManyConnections => (said, "The server has no connection left: run again when it is less busy", true),
            PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow =>
                (said, "The server is stopping or starting: run again when it is up", true),
            PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable =>
                (said, "Another transaction was in the way: run again", true),
            PostgresErrorCodes.StringDataRightTruncation =>
                (said, "The published table has a text column that is too narrow: widen it with ALTER TABLE, or drop the table and run again", false),
            PostgresErrorCodes.UntranslatableCharacter =>
                (said, "The database's encoding lacks a character of the data: use a database in UTF8", false),
            PostgresErrorCodes.DependentObjectsStillExist => (said, "Drop what depends on it, and run again", false),
            _ when e.SqlState.StartsWith("23", StringComparison.Ordinal) =>
                (said, "The new rows break a constraint that the published table has: drop the constraint, or let the pipeline give rows that keep it", false),
            _ => ($"{said} (SQLSTATE {e.SqlState})", "Look at the server's log", e.IsTransient),
        };
    }

    private (string Reason, string Next, bool Transient) Lost(Exception error)
    {
        var causes = Causes(error).ToArray();
        if (causes.OfType<SocketException>().FirstOrDefault() is { } socket)
        {
            return socket.SocketErrorCode is SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain
                ? ($"there is no host of the name {address.Host}", "Look at target.host", socket.SocketErrorCode == SocketError.TryAgain)
                : ($"{address.Server}: {socket.Message}", "Is the server up, and are target.host and target.port right? Then run again", true);
        }

        if (causes.OfType<AuthenticationException>().FirstOrDefault() is { } handshake)
        {
            return ($"the server's certificate is not accepted: {handshake.Message}", $"target.tls is true: the certificate must name {address.Host} and come from {(address.Ca is { } ca ? $"the authority in target.ca ({ca})" : "an authority this machine trusts (target.ca names another)")}", false);
        }

        if (causes.OfType<TimeoutException>().Any())
        {
            return ($"{address.Server} did not answer in time", "Is the server up and not too busy? Then run again", true);
        }

        return error.Message.Contains("SSL", StringComparison.Ordinal)
            ? (error.Message.TrimEnd('.'), "The server offers no encryption: set it up there, or set target.tls to false", false)
            : ($"the connection to {address.Server} broke: {causes[^1].Message.TrimEnd('.')}", "Is the server up? Then run again", true);
    }

    private static string Said(PostgresException e) =>
        e.MessageText + (e.ConstraintName is { Length: > 0 } name && !e.MessageText.Contains(name, StringComparison.Ordinal) ? $" (constraint {name})" : string.Empty);

    private static IEnumerable<Exception> Causes(Exception error)
    {
        for (Exception? e = error; e is not null; e = e.InnerException)
        {
            yield return e;
        }
    }
}
