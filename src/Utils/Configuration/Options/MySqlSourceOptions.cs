using System.ComponentModel.DataAnnotations;
using SparkEtl.Utils.Secrets;

namespace SparkEtl.Utils.Configuration.Options;

/// <summary>A MySQL or MariaDB database.</summary>
public sealed record MySqlSourceOptions : SourceOptions
{
    /// <summary>The server's name or address.</summary>
    public required string Host { get; init; }

    /// <summary>The server's port.</summary>
    [Range(1, 65535)]
    public int Port { get; init; } = 3306;

    /// <summary>The database that holds the tables.</summary>
    public required string Database { get; init; }

    /// <summary>The user to connect as.</summary>
    public required string Username { get; init; }

    /// <summary>The user's password: from the environment, .env or a file.</summary>
    public required Secret Password { get; init; }

    /// <summary>true: encrypted, with the server's certificate verified; false: not encrypted. Default: encrypted where the server offers it.</summary>
    public bool? Tls { get; init; }

    /// <summary>With tls true: the file (PEM) of the authority that the server's certificate comes from. Default: those that the machine trusts.</summary>
    public string? Ca { get; init; }

    /// <summary>How many statements read a table at once, by ranges of its ID. Default: as many as Spark runs tasks at once.</summary>
    [Range(1, 1000)]
    public int? Partitions { get; init; }

    /// <summary>How many rows are fetched at a time.</summary>
    [Range(1, 1_000_000)]
    public int FetchSize { get; init; } = 10_000;
}
