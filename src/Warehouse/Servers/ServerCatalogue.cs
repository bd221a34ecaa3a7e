namespace SparkEtl.Warehouse.Servers;

/// <summary>What the server's catalogue says of a schema. Only what Postgres and Redshift both have is asked.</summary>
internal sealed class ServerCatalogue(ServerConnection connection, string schema)
{
    private const string Relation = "FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = @schema";

    public async Task<bool> HasSchemaAsync(CancellationToken cancellation) => (await connection.QueryAsync<int>(
        "SELECT 1 FROM pg_catalog.pg_namespace n WHERE n.nspname = @schema", new { schema }, cancellation).ConfigureAwait(false)).Count > 0;

    /// <summary>The tables, ordered by name.</summary>
    public Task<IReadOnlyList<string>> TablesAsync(CancellationToken cancellation) => connection.QueryAsync<string>(
        $"SELECT CAST(c.relname AS VARCHAR(127)) {Relation} AND c.relkind IN ('r', 'p') ORDER BY 1", new { schema }, cancellation);

    /// <summary>What has the name: a table, a view, or null for nothing.</summary>
    public async Task<string?> KindAsync(string name, CancellationToken cancellation) => (await connection.QueryAsync<string>(
        $"SELECT CAST(c.relkind AS VARCHAR(1)) {Relation} AND c.relname = @name", new { schema, name }, cancellation).ConfigureAwait(false)) switch
    {
        [] => null,
        ["r" or "p", ..] => "table",
        ["v", ..] => "view",
        ["m", ..] => "materialized view",
        ["f", ..] => "foreign table",
        ["S", ..] => "sequence",
        ["i" or "I", ..] => "index",
        _ => "type",
    };

    /// <summary>A table's columns with their types in the server's words, in order.</summary>
    public Task<IReadOnlyList<CatalogueColumn>> ColumnsAsync(string table, CancellationToken cancellation) => connection.QueryAsync<CatalogueColumn>(
        $"""
        SELECT CAST(a.attname AS VARCHAR(127)) AS name, CAST(format_type(a.atttypid, a.atttypmod) AS VARCHAR(256)) AS type
        FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = @schema AND c.relname = @table AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum
        """,
        new { schema, table },
        cancellation);

    /// <summary>Whether the user may create tables in the schema.</summary>
    public async Task<bool> MayCreateTablesAsync(CancellationToken cancellation) => (await connection.QueryAsync<bool>(
        "SELECT has_schema_privilege(@schema, 'CREATE') AND has_schema_privilege(@schema, 'USAGE')", new { schema }, cancellation).ConfigureAwait(false))[0];

    /// <summary>Whether the user may create schemas in the database.</summary>
    public async Task<bool> MayCreateSchemasAsync(string database, CancellationToken cancellation) => (await connection.QueryAsync<bool>(
        "SELECT has_database_privilege(@database, 'CREATE')", new { database }, cancellation).ConfigureAwait(false))[0];
}

/// <summary>A column of a table that is there.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type, in the server's words.</param>
internal sealed record CatalogueColumn(string Name, string Type);
