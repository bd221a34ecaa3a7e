using System.Text;
using SparkEtl.Spark.Engines.DuckDb.Sources.Csv.Inference;
using SparkEtl.Spark.Engines.DuckDb.Sources.Listing;
using SparkEtl.Spark.Engines.DuckDb.Sources.Tables;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Csv;

/// <summary>Settles reads of CSV files: which columns they have, and where each is in each file.</summary>
internal static class CsvReads
{
    private const int HeaderSize = 1 << 12;

    /// <summary>Settles a read.</summary>
    public static FileTable? Open(FileSet files, ReadOptions readOptions, StructType? schema, CancellationToken cancellation)
    {
        var options = new CsvOptions(readOptions);
        if (files.Files.Count == 0)
        {
            return schema is null ? throw files.CannotInfer() : null;
        }

        var corrupt = Corrupt(schema, options);
        var headers = options.ByName || schema is null ? Headers(files, options, all: options.ByName, cancellation) : [];
        var data = schema is null ? Inferred(files, headers, options, cancellation) : files.DataColumns(new StructType(schema.Fields.Where(f => f != corrupt)));
        foreach (var (file, header) in files.Files.Zip(headers))
        {
            if (header.Names is null && options.ByName && options.Mode == MalformedMode.FailFast)
            {
                throw CsvErrors.NoHeader(file.Path, data.Fields.Count == 0 ? null : data);
            }
        }

        var table = new CsvTable(
            files.Columns(schema, data), data, files.Partitions, files.Files.Select((f, i) => Place(f, options.ByName ? headers[i].Names : null, data)).ToSeq(), options);
        for (var i = 0; i < data.Fields.Count; i++)
        {
            _ = table.Column(i);
        }

        return table;
    }

    private static StructField? Corrupt(StructType? schema, CsvOptions options)
    {
        var corrupt = schema?.IndexOf(options.CorruptColumn) is >= 0 and var c ? schema.Fields[c] : null;
        return corrupt is null or { DataType: StringType } ? corrupt : throw new AnalysisException(
            "INVALID_CORRUPT_RECORD_TYPE", $"Found the column {corrupt.Name} of the type {corrupt.DataType.SimpleString} for malformed records, expected string.");
    }

    private static List<CsvHead> Headers(FileSet files, CsvOptions options, bool all, CancellationToken cancellation)
    {
        var headers = new List<CsvHead>();
        foreach (var file in files.Files)
        {
            cancellation.ThrowIfCancellationRequested();
            headers.Add(First(file, options));
            if (!all && headers[^1].Names is not null)
            {
                break;
            }
        }

        return headers;
    }

    private static CsvHead First(InputFile file, CsvOptions options)
    {
        if (file.Length == 0)
        {
            return CsvHead.None;
        }

        var batch = new CsvBatch(HeaderSize);
        using var reader = new CsvReader(new CsvFile(file, [], 0), options, skipHeader: false);
        if (!reader.Read(batch, [.. Enumerable.Range(0, options.MaxColumns)]))
        {
            return CsvHead.None;
        }

        var values = new string?[batch.Rows.Values(0)];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = options.Nulls.TryGet(batch.Rows, batch.Data, batch.Rows[0, i], out var text) ? Encoding.UTF8.GetString(text) : null;
        }

        return new CsvHead(values, batch.Data[batch.Rows.Start(0)..batch.Rows.End(0)].TrimEnd("\r\n"u8).ToArray());
    }

    private static StructType Inferred(FileSet files, List<CsvHead> headers, CsvOptions options, CancellationToken cancellation)
    {
        if (headers.Find(h => h.Names is not null) is not { Names: { } first, Line: var line })
        {
            return new StructType([]);
        }

        var names = options.Header ? CsvHeader.Names(first) : CsvHeader.Numbered(first.Length);
        var texts = new StructType(names.Select(n => new StructField(n, SqlTypes.String)));
        if (!options.InferSchema)
        {
            return texts;
        }

        // Without multiLine Spark takes the first header for none of the records, wherever it stands, and other headers for records.
        var byLine = options.Header && !options.Syntax.MultiLine && !options.ByName;
        var inference = new CsvInference(options, names.Length, byLine ? line : null);
        foreach (var (i, file) in files.Files.Index().Where(f => f.Item.Length > 0))
        {
            inference.Add(Place(file, options.ByName ? headers[i].Names : null, texts), options.Header && !byLine, cancellation);
        }

        var inferred = new StructType(names.Zip(inference.Types, (n, t) => new StructField(n, t)));
        _ = Corrupt(inferred, options);
        return inferred;
    }

    private static CsvFile Place(InputFile file, string?[]? header, StructType data)
    {
        if (header is null)
        {
            return new CsvFile(file, [.. Enumerable.Range(0, data.Fields.Count)], data.Fields.Count);
        }

        return new CsvFile(file, data.Fields.Select(f => CsvHeader.Find(file.Path, header, f.Name)).ToSeq(), header.Length);
    }
}
