using SparkEtl.Spark.Catalogue.Functions.Operators;
using SparkEtl.Spark.Catalogue.Kernels;
using SparkEtl.Spark.Catalogue.Kernels.Dates;
using SparkEtl.Spark.Catalogue.Kernels.DateTimePatterns;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions.Dates;

/// <summary>Dates and timestamps read from text and written as text by a pattern. Without a pattern they are casts.</summary>
internal static class DateTextFunctions
{
    private const string DefaultPattern = "yyyy-MM-dd HH:mm:ss";

    private static readonly TypeRule TextOrTime = Takes.OneOf(SqlTypes.String, SqlTypes.Date, SqlTypes.Timestamp, SqlTypes.TimestampNtz);

    // Without a pattern a number is seconds.
    private static readonly TypeRule TextOrTimeOrNumber = new("string, date, timestamp or number", e => e.Type is NumericType ? e.Type : TextOrTime.Coerce(e));

    private static readonly Function ReadDate = Reader("read date", (p, text) => Calendar.DaysSinceEpoch(p.Read(text)));
    private static readonly Function ReadTimestamp = Reader("read timestamp", (p, text) => p.Read(text));
    private static readonly Function ReadLocal = Reader("read timestamp_ntz", (p, text) => p.Read(text, ignoreZone: true));
    private static readonly Function TryReadTimestamp = Reader("try to read timestamp", (p, text) => p.TryRead(text));
    private static readonly Function ReadSeconds = Reader("read unix time", (p, text) => p.Read(text) / Calendar.MicrosPerSecond);
    private static readonly Function SecondsOfTimestamp = Primitive.Kernel("unix time", (long micros) => micros / Calendar.MicrosPerSecond);
    private static readonly Function SecondsNow = Primitive.Of("unix time now", Rendering.Template("(epoch_us(current_timestamp AT TIME ZONE 'UTC') // 1000000)"));

    public static IEnumerable<Function> All =>
    [
        DateFunction.Of("date_format", Signature.Of(Returns.String, Takes.Timestamp, Takes.String), Rendering.Kernel(_ => Writer())),
        DateFunction.Of(
            "from_unixtime",
            Signature.Of(Returns.String, Takes.Long, Parameter.Option(Takes.String, Literal.Of(DefaultPattern))),
            Rendering.Kernel(_ => SecondsWriter())),
        DateFunction.Of("to_date", Parsed(SqlTypes.Date, TextOrTime), Reading(ReadDate, false)),
        DateFunction.Of("to_timestamp", Parsed(SqlTypes.Timestamp, TextOrTimeOrNumber), Reading(ReadTimestamp, false)),
        DateFunction.Of("to_timestamp_ltz", Parsed(SqlTypes.Timestamp, TextOrTimeOrNumber), Reading(ReadTimestamp, false)),
        DateFunction.Of("to_timestamp_ntz", Parsed(SqlTypes.TimestampNtz, TextOrTime), Reading(ReadLocal, false)),
        DateFunction.Of("try_to_timestamp", Parsed(SqlTypes.Timestamp, TextOrTimeOrNumber, maybeNull: true), Reading(TryReadTimestamp, true)),
        DateFunction.Of("unix_timestamp", Signature.OneOf(Signature.Of(Returns.Long.NeverNull()), UnixSignature), Rendering.Rewrite(Unix)),
        DateFunction.Of("to_unix_timestamp", UnixSignature, Rendering.Rewrite(Unix)),
    ];

    private static Signature UnixSignature => Signature.Of(Returns.Long, TextOrTime, Parameter.Option(Takes.String, Literal.Of(DefaultPattern)));

    private static Signature Parsed(DataType type, TypeRule text, bool maybeNull = false)
    {
        var result = maybeNull ? Returns.Type(type).MaybeNull() : Returns.Type(type);
        return Signature.OneOf(Signature.Of(result, text), Signature.Of(result, TextOrTime, Takes.String));
    }

    // What is no text needs no pattern.
    private static Rendering Reading(Function reader, bool orNull) => Rendering.Rewrite((arguments, type) => arguments switch
    {
        [var value] => Cast(value, type, orNull),
        [{ Type: StringType } text, var pattern] => reader.Call(type, text, pattern),
        [var value, ..] => Cast(value, type, orNull),
        _ => throw new InvalidOperationException("A function that reads text has an argument."),
    });

    private static Expression Cast(Expression value, DataType type, bool orNull) =>
        orNull && value.Type is StringType ? new Cast(value, type, Try: true) : Coercion.CastTo(value, type);

    private static Expression Unix(Seq<Expression> arguments, DataType type) => arguments switch
    {
        [] => SecondsNow.Call(type),
        [{ Type: StringType } text, var pattern] => ReadSeconds.Call(type, text, pattern),
        [var value, ..] => SecondsOfTimestamp.Call(type, Coercion.CastTo(value, value.Type is DateType ? SqlTypes.Timestamp : value.Type)),
    };

    private static Function Reader<T>(string name, Func<DateTimePattern, string, T> read) => Primitive.Of(name, Rendering.Kernel(_ =>
    {
        var patterns = new TextLookup<DateTimePattern>(DateTimePattern.ForReading);
        return new Kernel((string text, string pattern) => read(patterns.Get(pattern), text));
    }));

    private static Kernel Writer()
    {
        var patterns = new TextLookup<DateTimePattern>(DateTimePattern.ForWriting);
        return new Kernel((long micros, string pattern) => patterns.Get(pattern).Write(micros));
    }

    private static Kernel SecondsWriter()
    {
        var patterns = new TextLookup<DateTimePattern>(DateTimePattern.ForWriting);
        return new Kernel((long seconds, string pattern) => patterns.Get(pattern).Write(
            Kernels.Numbers.IntegerArithmetic.Multiply(seconds, Calendar.MicrosPerSecond) ?? throw ArithmeticErrors.Overflow("timestamp")));
    }
}
