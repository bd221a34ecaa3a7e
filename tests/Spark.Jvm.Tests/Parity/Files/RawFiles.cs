using System.Text;

namespace SparkEtl.Spark.Jvm.Tests.Parity.Files;

/// <summary>Files with what clients send: rows too short and too long, values of another type, encodings.</summary>
internal static class RawFiles
{
    private const string Ragged = "k,s,d\n1,a,2024-01-01\n2,b\n3,c,2024-01-03,more\nx,d,2024-01-04\n5,e,not a date\n\n6,\"f\ng\",2024-01-06\n";
    private const string Types = "k int, s string, d date";
    private const string WithCorrupt = "k int, s string, d date, _corrupt_record string";
    private const string Records = "{\"k\":1,\"s\":\"a\",\"n\":{\"x\":[1,2]}}\n{\"k\":\"two\",\"s\":2}\n{\"k\":3,\n[{\"k\":4},{\"k\":5}]\n{\"s\":\"late\",\"k\":6.0}\nnull\n";

    public static IReadOnlyList<RawFile> All { get; } =
    [
        .. new[] { "PERMISSIVE", "DROPMALFORMED", "FAILFAST" }.SelectMany(mode => new RawFile[]
        {
            new($"ragged rows, {mode}", "csv", Ragged, $"header=true|mode={mode}", Types),
            new($"ragged rows, {mode}, the record kept", "csv", Ragged, $"header=true|mode={mode}", WithCorrupt),
            new($"ragged rows, {mode}, many lines", "csv", Ragged, $"header=true|multiLine=true|mode={mode}", Types),
            new($"records, {mode}", "json", Records, $"mode={mode}", "k int, s string"),
            new($"records, {mode}, the record kept", "json", Records, $"mode={mode}", "k int, s string, _corrupt_record string"),
        }),
        new("the record kept under a name", "csv", Ragged, "header=true|columnNameOfCorruptRecord=bad", "k int, bad string, s string"),
        new("types told", "csv", "a,b,c,d,e,f\n1,1.5,2024-01-01,2024-01-01 10:00:00,true,x\n2147483648,2,2024-02-30,2024-01-01,false,\n,,,,,\n", "header=true|inferSchema=true"),
        new("types told, dates not preferred", "csv", "a,b\n2024-01-01,1\n2024-01-02,2\n", "header=true|inferSchema=true|preferDate=false"),
        new("types told by a date's form", "csv", "a,b\n01.02.2024,1e3\n28.02.2024,2\n", "header=true|inferSchema=true|dateFormat=dd.MM.yyyy"),
        new("a date of another form", "csv", "1,01.02.2024\n2,31.02.2024\n3,2024-01-01\n", "dateFormat=dd.MM.yyyy", "k int, d date"),
        new("names in another order", "csv", "s,k\na,1\n", "header=true|enforceSchema=false", "k int, s string"),
        new("names in another letter case", "csv", "K,S\n1,a\n", "header=true|enforceSchema=false", "k int, s string"),
        new("names twice", "csv", "a,A,b\n1,2,3\n", "header=true"),
        new("a mark of the byte order", "csv", "\uFEFFa,b\n1,2\n", "header=true|inferSchema=true"),
        new("comments", "csv", "a,b\n#1,2\n3,4\n", "header=true|comment=#"),
        new("Latin-1", "csv", "a,b\né,ß\n", "header=true|encoding=ISO-8859-1") { Encoding = Encoding.Latin1 },
        new("UTF-16", "csv", "a,b\né,ß\n", "header=true|encoding=UTF-16LE") { Encoding = new UnicodeEncoding(false, false) },
        new("carriage returns", "csv", "a,b\r\n1,2\r\n3,\"4\r\n5\"\r\n", "header=true|multiLine=true"),
        new("blanks around values", "csv", "a, b\n 1 , x \n", "header=true|inferSchema=true|ignoreLeadingWhiteSpace=true|ignoreTrailingWhiteSpace=true"),
        new("numbers that do not fit", "csv", "300,40000,3000000000,1e400,12345.678\n1,2,3,4,5.67\n", "", "a tinyint, b smallint, c int, d double, e decimal(5,2)"),
        new("numbers that do not fit, strict", "csv", "1,2\n300,3\n", "mode=FAILFAST", "a tinyint, b int"),
        new("types told", "json", "{\"a\":1,\"b\":1.5,\"c\":\"x\",\"d\":true,\"e\":null,\"f\":[1,2.5],\"g\":{\"h\":1}}\n{\"a\":3000000000,\"b\":2,\"c\":1,\"d\":\"y\",\"f\":[],\"g\":{\"i\":\"z\"}}\n", ""),
        new("decimals preferred", "json", "{\"a\":1.5}\n{\"a\":2.25}\n", "prefersDecimal=true"),
        new("a list over many lines", "json", "[\n {\"a\":1},\n {\"a\":2,\n  \"b\":\"x\"}\n]\n", "multiLine=true"),
        new("a field that is a text here and a structure there", "json", "{\"a\":\"x\"}\n{\"a\":{\"b\":1}}\n", ""),
        new("escapes", "json", "{\"a\":\"\\u00e9\\n\\\"\\\\\",\"b\":\"\\ud83d\\ude00\"}\n", ""),
        new("times", "json", "{\"t\":\"2024-01-01T10:00:00Z\",\"d\":\"2024-01-01\"}\n{\"t\":\"2024-01-01T10:00:00.123+02:00\",\"d\":\"nonsense\"}\n", "", "t timestamp, d date"),
        new("names in another letter case", "json", "{\"A\":1}\n{\"a\":2}\n", "", "a int"),
    ];
}
