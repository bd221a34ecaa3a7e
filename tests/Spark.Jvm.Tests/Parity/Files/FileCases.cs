namespace SparkEtl.Spark.Jvm.Tests.Parity.Files;

/// <summary>What is written by one engine and read by both.</summary>
internal static class FileCases
{
    private const string Plain =
        "SELECT * FROM VALUES (1, 'a', 10.50BD, 1.5D, true, date '2024-02-29', timestamp '2024-01-01 10:00:00.123456'), "
        + "(-2, 'b;c,\"d\" \\\\e', -3.25BD, -0.5D, false, date '1582-10-04', timestamp '1969-12-31 23:59:59'), (3, '', 0.00BD, 1e300D, true, null, null), "
        + "(null, null, null, null, null, date '0001-01-01', timestamp '1500-03-01 00:00:00.000001'), (5, 'Straße é', 0.01BD, 0.1D, true, date '9999-12-31', timestamp '2024-03-10 02:30:00') "
        + "AS t(k, s, d, x, b, dt, ts)";

    private const string Texts = "SELECT * FROM VALUES (1, 'a'), (2, ' two words '), (3, 'x\\'y'), (4, 'p|q'), (5, 'NULL'), (6, ''), (7, null), (8, '#no') AS t(k, s)";
    private const string Lines = "SELECT * FROM VALUES (1, 'first\nsecond'), (2, 'a\r\nb'), (3, 'plain') AS t(k, s)";
    private const string Columns = "k int, s string, d decimal(10,2), x double, b boolean, dt date, ts timestamp";

    private const string Nested =
        "SELECT * FROM VALUES (1, array(1, null, 3), map('a', 1, 'b', null), named_struct('i', 1, 't', 'x', 'l', array('p', null))), (2, array(), map(), named_struct('i', 2, 't', null, 'l', null)), "
        + "(3, null, null, null) AS t(k, l, m, st)";

    private const string Deep =
        "SELECT * FROM VALUES (array(array(1, 2), null, array()), map('k', array(named_struct('a', 1.5BD, 'b', date '2024-01-01'))), named_struct('m', map(1, 'x'), 's', named_struct('z', timestamp '2024-01-01 00:00:00'))), "
        + "(null, map('k', null), named_struct('m', null, 's', named_struct('z', null))) AS t(ll, ml, ss)";

    private const string Numbers =
        "SELECT 1Y AS y, 2S AS s, 3 AS i, 4L AS l, 1.5F AS f, 2.5D AS d, cast(12345678901234567890123456789.123456789 as decimal(38,9)) AS wide, cast(0.5 as decimal(38,38)) AS fraction, "
        + "cast(99999999999999999999999999999999999999 as decimal(38,0)) AS whole, 1.25BD AS small, cast(123456789012.345 as decimal(18,3)) AS middle UNION ALL "
        + "SELECT -128Y, -32768S, -2147483648, -9223372036854775807L, float('NaN'), double('-Infinity'), cast(-0.000000001 as decimal(38,9)), cast(-0.00000000000000000000000000000000000001 as decimal(38,38)), "
        + "cast(-1 as decimal(38,0)), -9.99BD, cast(-0.001 as decimal(18,3)) UNION ALL SELECT null, null, null, null, null, null, null, null, null, null, null";

    private const string Moments =
        "SELECT * FROM VALUES (date '2024-02-29', timestamp '2024-02-29 23:59:59.999999', timestamp_ntz '2024-02-29 23:59:59.999999'), (date '1500-03-01', timestamp '1500-03-01 12:00:00.000001', timestamp_ntz '1500-03-01 12:00:00.000001'), "
        + "(date '0001-01-01', timestamp '0001-01-01 00:00:00', timestamp_ntz '0001-01-01 00:00:00'), (date '9999-12-31', timestamp '9999-12-31 23:59:59.999999', timestamp_ntz '9999-12-31 23:59:59.999999'), (null, null, null) AS t(dt, ts, ntz)";

    private const string Folders =
        "SELECT * FROM VALUES (1, 'a', date '2024-01-01', 7), (2, 'b/c=d %', date '2024-01-02', 7), (3, null, null, 8), (4, '', date '2024-01-01', null), (5, '01', date '1999-12-31', 9) AS t(k, p, day, n)";

    public static IReadOnlyList<FileCase> All { get; } =
    [
        new("as it is", "csv", Plain) { Schema = Columns },
        new("header", "csv", Plain) { WriteOptions = "header=true", Schema = Columns },
        new("types told", "csv", Plain) { WriteOptions = "header=true", ReadOptions = "inferSchema=true" },
        new("names of the header", "csv", Plain) { WriteOptions = "header=true" },
        new("separator and quote", "csv", Plain) { WriteOptions = "sep=;|quote='|header=true", Schema = Columns },
        new("separator of two", "csv", Texts) { WriteOptions = "sep=~|header=true", Schema = "k int, s string" },
        new("escape as quote", "csv", Plain) { WriteOptions = "escape=\"|header=true", Schema = Columns },
        new("null by a word", "csv", Texts) { WriteOptions = "nullValue=NULL|header=true", Schema = "k int, s string" },
        new("empty by a word", "csv", Texts) { WriteOptions = "emptyValue=EMPTY|header=true", Schema = "k int, s string" },
        new("all in quotes", "csv", Texts) { WriteOptions = "quoteAll=true|header=true", Schema = "k int, s string" },
        new("blanks kept", "csv", Texts) { WriteOptions = "ignoreLeadingWhiteSpace=false|ignoreTrailingWhiteSpace=false", Schema = "k int, s string" },
        new("lines in values", "csv", Lines) { WriteOptions = "header=true|escape=\"", ReadOptions = "multiLine=true", Schema = "k int, s string" },
        new("date and time forms", "csv", Plain) { WriteOptions = "dateFormat=dd.MM.yyyy|timestampFormat=yyyy/MM/dd HH:mm:ss.SSSSSS|header=true", Schema = Columns },
        new("another encoding", "csv", Texts) { WriteOptions = "encoding=ISO-8859-1|header=true", Schema = "k int, s string" },
        new("packed", "csv", Plain) { WriteOptions = "compression=gzip|header=true", Schema = Columns },
        new("strict", "csv", Plain) { WriteOptions = "header=true|escape=\"", ReadOptions = "mode=FAILFAST|multiLine=true|enforceSchema=false", Schema = Columns },
        new("in folders", "csv", Folders) { WriteOptions = "header=true", ReadOptions = "inferSchema=true", PartitionBy = ["p", "n"] },
        new("as it is", "json", Plain) { Schema = Columns },
        new("types told", "json", Plain),
        new("nested", "json", Nested) { Schema = "k int, l array<int>, m map<string,int>, st struct<i:int,t:string,l:array<string>>" },
        new("nested, types told", "json", Nested),
        new("nested deep", "json", Deep) { Schema = "ll array<array<int>>, ml map<string,array<struct<a:decimal(2,1),b:date>>>, ss struct<m:map<string,string>,s:struct<z:timestamp>>" },
        new("nulls written", "json", Plain) { WriteOptions = "ignoreNullFields=false" },
        new("date and time forms", "json", Plain) { WriteOptions = "dateFormat=dd.MM.yyyy|timestampFormat=yyyy/MM/dd HH:mm:ss.SSSSSS", Schema = Columns },
        new("lines in values", "json", Lines),
        new("many lines", "json", Texts) { ReadOptions = "multiLine=true", Schema = "k int, s string" },
        new("numbers", "json", Numbers) { Schema = "y tinyint, s smallint, i int, l bigint, f float, d double, wide decimal(38,9), fraction decimal(38,38), whole decimal(38,0), small decimal(3,2), middle decimal(18,3)" },
        new("texts of all", "json", Numbers) { ReadOptions = "primitivesAsString=true" },
        new("in folders", "json", Folders) { PartitionBy = ["day"] },
        new("as it is", "parquet", Plain),
        new("numbers", "parquet", Numbers),
        new("dates and times", "parquet", Moments),
        new("nested", "parquet", Nested),
        new("nested deep", "parquet", Deep),
        new("bytes and lengths", "parquet", "SELECT * FROM VALUES (X'00ff0a', interval '1 02:03:04.000005' day to second, interval '1-2' year to month), (X'', interval '0' day, interval '-5' month), (null, null, null) AS t(b, dt, ym)"),
        new("in folders", "parquet", Folders) { PartitionBy = ["p", "day"] },
        new("in folders of numbers", "parquet", Folders) { PartitionBy = ["n"] },
        new("fewer columns", "parquet", Plain) { Schema = "ts timestamp, k int" },
        new("no rows", "parquet", "SELECT * FROM (" + Plain + ") WHERE k > 100"),
        new("snappy", "parquet", Plain) { WriteOptions = "compression=snappy" },
        new("gzip", "parquet", Plain) { WriteOptions = "compression=gzip" },
        new("lines", "text", "SELECT s FROM VALUES ('a'), (''), ('Straße é'), (' x\ty ') AS t(s)"),
        new("whole files", "text", "SELECT s FROM VALUES ('a'), ('b') AS t(s)") { ReadOptions = "wholetext=true" },
        new("another end of lines", "text", "SELECT s FROM VALUES ('a'), ('b;c') AS t(s)") { WriteOptions = "lineSep=;" },
        new("in folders", "text", "SELECT * FROM VALUES ('a', 1), ('b', 2) AS t(s, p)") { PartitionBy = ["p"] },
    ];
}
