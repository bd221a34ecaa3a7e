using SparkEtl.Driver.Environments.MySql;
using SparkEtl.Driver.Environments.MySql.Embedded;
using SparkEtl.Processing.Pipelines.Sources;
using SparkEtl.Spark.Sql;
using SparkEtl.Utils.Configuration.Options;

namespace SparkEtl.Driver.Environments;

/// <summary>Reads what pipelines ask for from the files or the database of an environment.</summary>
/// <param name="environment">The environment.</param>
/// <param name="rows">False where only columns matter: rows that would have to be fetched before are not.</param>
internal sealed class SourceReader(EnvironmentSession environment, bool rows = true)
{
    private readonly Dictionary<string, IReadOnlyList<string>> headers = new(StringComparer.Ordinal);

    private readonly Lazy<IMySqlReader>? mysql = environment.Configuration.Source is not MySqlSourceOptions ? null
        : new(() => environment.Configuration.Engine is SparkEngineOptions ? new MySqlReader(environment) : new LandingReader(environment, rows));

    /// <summary>A frame with at least the columns that are there of those asked for.</summary>
    public DataFrame Read(Source source) => source switch
    {
        TableSource table when mysql is not null => mysql.Value.Read(table.Name, [.. table.Columns.Select(c => c.Name)]),
        TableSource table => Table(table.Name, table),
        CsvFolderSource folder => Csv(environment.Configuration.Resolve(folder.Path), folder),
        _ => throw new DriverException($"The program cannot read a source of the kind {source.GetType().Name}."),
    };

    /// <summary>Where a table of the environment's source lies: <c>PATH/TABLE.FORMAT</c>, or the folder <c>PATH/TABLE</c>.</summary>
    public string Locate(string table)
    {
        var files = Files;
        var folder = environment.Configuration.Resolve(files.Path);
        var single = Path.Combine(folder, $"{table}.{Extension}");
        var many = Path.Combine(folder, table);
        return File.Exists(single) ? single : Directory.Exists(many) ? many : throw new DriverException(
            $"There is no table {table} in the source: neither the file {single} nor the folder {many}{Path.DirectorySeparatorChar} is there "
            + $"(source.path, {environment.Configuration.Origin("source.path")}).{Listed(folder)}");
    }

    /// <summary>The tables of the source, by the names of its files and folders.</summary>
    public IReadOnlyList<string> Tables()
    {
        if (mysql is not null)
        {
            return mysql.Value.Tables();
        }

        if (environment.Configuration.Source is not FilesSourceOptions files || environment.Configuration.Resolve(files.Path) is var folder && !Directory.Exists(folder))
        {
            return [];
        }

        return
        [
            .. Directory.EnumerateFiles(folder, $"*.{Extension}").Select(f => Path.GetFileNameWithoutExtension(f))
                .Concat(Directory.EnumerateDirectories(folder).Where(d => Directory.EnumerateFiles(d, $"*.{Extension}").Any()).Select(d => Path.GetFileName(d)))
                .Where(n => n.Length > 0 && n[0] is not ('.' or '_')).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>A table of the source with all its columns; of CSV files those of known tables are typed, the others are text.</summary>
    public DataFrame Whole(string table, Source? known)
    {
        if (mysql is not null)
        {
            return mysql.Value.Read(table, null);
        }

        var path = Locate(table);
        if (Files.Format == FileFormat.Parquet)
        {
            return environment.Session.Read().Parquet(path);
        }

        var columns = Header(path);
        return Csv(path, [.. columns.Select(c => new SourceColumn(c, known?.Columns.FirstOrDefault(k => k.Name.Equals(c, StringComparison.OrdinalIgnoreCase))?.Type ?? "string"))]);
    }

    private FilesSourceOptions Files => environment.Configuration.Source as FilesSourceOptions
        ?? throw new DriverException($"The environment '{environment.Configuration.Name}' has no source of files or tables; add source to it.");

    private string Extension => Files.Format == FileFormat.Csv ? "csv" : "parquet";

    private DataFrame Table(string table, Source source)
    {
        var path = Locate(table);
        return Files.Format == FileFormat.Parquet ? environment.Session.Read().Parquet(path) : Csv(path, source);
    }

    private DataFrame Csv(string path, Source source)
    {
        // A column that may be missing is asked for only where the files have it.
        var wanted = source.Columns;
        if (source.MayBeMissing.Count > 0)
        {
            var found = Header(path);
            wanted = [.. wanted.Where(c => !source.MayBeMissing.Contains(c.Name, StringComparer.OrdinalIgnoreCase) || found.Contains(c.Name, StringComparer.OrdinalIgnoreCase))];
        }

        return Csv(path, wanted);
    }

    private DataFrame Csv(string path, IReadOnlyList<SourceColumn> columns) => environment.Configuration.Engine is SparkEngineOptions
        ? Typed(path, Completed(path, columns)).Select([.. columns.Select(c => Functions.Col($"`{c.Name.Replace("`", "``", StringComparison.Ordinal)}`"))])
        : Typed(path, columns);

    // Apache Spark compares the header with the whole schema, so that it has to name the columns that nobody asks for too.
    private SourceColumn[] Completed(string path, IReadOnlyList<SourceColumn> columns)
    {
        var header = Header(path);
        var missing = columns.Where(c => !header.Contains(c.Name, StringComparer.OrdinalIgnoreCase)).Select(c => c.Name).ToArray();
        return missing.Length == 0
            ? [.. header.Select(h => columns.FirstOrDefault(c => c.Name.Equals(h, StringComparison.OrdinalIgnoreCase)) ?? new SourceColumn(h, "string"))]
            : throw new DriverException($"{path} has no column {string.Join(", ", missing)}. Its header names: {string.Join(", ", header)}.");
    }

    private DataFrame Typed(string path, IReadOnlyList<SourceColumn> columns) => Strict(environment.Session.Read())
        .Schema(string.Join(", ", columns.Select(c => $"`{c.Name.Replace("`", "``", StringComparison.Ordinal)}` {c.Type}")))
        .Csv(path);

    private IReadOnlyList<string> Header(string path)
    {
        if (!headers.TryGetValue(path, out var header))
        {
            header = Strict(environment.Session.Read()).Csv(path).Columns();
            headers.Add(path, header);
        }

        return header;
    }

    private static DataFrameReader Strict(DataFrameReader reader) => reader
        .Option("header", true).Option("mode", "FAILFAST").Option("multiLine", true).Option("escape", "\"").Option("enforceSchema", false);

    private static string Listed(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return $" The folder {folder} is not there.";
        }

        string[] names;
        try
        {
            names = Names(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $" The folder cannot be read: {e.Message}";
        }

        return names.Length == 0 ? " The folder is empty." : $" The folder holds: {string.Join(", ", names)}.";
    }

    private static string[] Names(string folder) =>
        [.. Directory.EnumerateFileSystemEntries(folder).Select(e => Path.GetFileName(e)).Order(StringComparer.Ordinal).Take(20)];
}
