using System.Text;
using SparkEtl.Spark.Engines;
using SparkEtl.Spark.Engines.DuckDb;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql.Types;
using Attribute = SparkEtl.Spark.Plan.Expressions.Attribute;

namespace SparkEtl.Spark.Tests.Engines.Sources;

/// <summary>An engine and a folder for the files of a test.</summary>
public abstract class SourceFixture
{
    internal DuckDbEngine Engine { get; private set; } = null!;

    protected string Root { get; private set; } = "";

    [SetUp]
    public void Open()
    {
        Root = Directory.CreateTempSubdirectory("sparketl-sources-").FullName;
        Engine = new DuckDbEngine(new DuckDbEngineOptions());
    }

    [TearDown]
    public void Close()
    {
        Engine.Dispose();
        Directory.Delete(Root, recursive: true);
    }

    protected string At(string name) => Path.Combine(Root, name);

    protected string Put(string name, string content) => Put(name, Encoding.UTF8.GetBytes(content));

    protected string Put(string name, byte[] content)
    {
        var path = At(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    internal Scan Read(string format, string path, StructType? schema = null, params (string Key, string Value)[] options) =>
        Engine.Read(Source(format, path, schema, options), default);

    internal static FileSource Source(string format, string path, StructType? schema, params (string Key, string Value)[] options) =>
        new(format, [path], [.. options.Select(o => KeyValuePair.Create(o.Key, o.Value))], schema);

    internal static string SchemaOf(Scan scan) => string.Join(", ", scan.Columns.Select(c => $"{c.Name} {c.Type.SimpleString}"));

    /// <summary>The rows as text, one line each.</summary>
    internal string Rows(Relation plan)
    {
        var text = new StringBuilder();
        using var run = Engine.Run(plan, default);
        while (run.NextRows() is { } rows)
        {
            foreach (var row in rows)
            {
                text.Append('[').AppendJoin(", ", row.Select(RowText.Of)).Append("] ");
            }
        }

        return text.ToString().TrimEnd();
    }

    internal static LocalData Data(StructType schema, params object?[][] rows) => new(
        schema.Fields.Select(f => Attribute.New(f.Name, f.DataType)).ToSeq(), rows.Select(r => r.ToSeq()).ToSeq());

    internal void Write(Relation plan, string format, string path, WriteMode mode = WriteMode.ErrorIfExists, string[]? by = null, params (string Key, string Value)[] options) =>
        Engine.Write(plan, new WriteRequest(format, path, null, mode, [.. by ?? []], [.. options.Select(o => KeyValuePair.Create(o.Key, o.Value))]), default);

    internal static StructType Schema(params (string Name, DataType Type)[] fields) => new(fields.Select(f => new StructField(f.Name, f.Type)));
}
