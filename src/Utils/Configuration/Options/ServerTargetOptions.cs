using SparkEtl.Utils.Secrets;

namespace SparkEtl.Utils.Configuration.Options;

/// <summary>What the targets that are reached over the network have in common.</summary>
public abstract record ServerTargetOptions : TargetOptions
{
    /// <summary>The server's name or address.</summary>
    public required string Host { get; init; }

    /// <summary>The server's port.</summary>
    public abstract int Port { get; init; }

    /// <summary>The database that holds the schema.</summary>
    public required string Database { get; init; }

    /// <summary>The user to connect as.</summary>
    public required string Username { get; init; }

    /// <summary>The user's password: from the environment, .env or a file.</summary>
    public required Secret Password { get; init; }

    /// <summary>true: encrypted, with the server's certificate verified; false: not encrypted. Default: encrypted where the server offers it.</summary>
    public bool? Tls { get; init; }

    /// <summary>With tls true: the file (PEM) of the authority that the server's certificate comes from. Default: those that the machine trusts.</summary>
    public string? Ca { get; init; }

    /// <summary>What carries the rows: npgsql (the program) or spark (Spark's tasks; Postgres only). Default: by the number of rows.</summary>
    public TargetWriter? Writer { get; init; }
}
