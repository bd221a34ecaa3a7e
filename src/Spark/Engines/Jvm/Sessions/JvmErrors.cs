using System.Text.RegularExpressions;
using SparkEtl.Spark.Engines.Jvm.Gateway;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Engines.Jvm.Sessions;

/// <summary>Spark's errors as ours: its error class and words, the whole chain as the inner exception.</summary>
internal static partial class JvmErrors
{
    /// <summary>The class of an error that Spark gave none.</summary>
    public const string Unnamed = "SPARK_FAILED";

    private const string DatabaseFailed = "DATABASE_FAILED";

    // The packages of the drivers, whose errors are not all SQLExceptions by name.
    private static readonly string[] Databases = ["java.sql.", "com.mysql.", "org.mariadb.", "org.postgresql.", "com.amazon."];

    // Spark refused what we wrote, though the plan was checked: a mistake of ours.
    private static readonly string[] Ours =
    [
        "PARSE_", "UNRESOLVED_", "DATATYPE_MISMATCH", "AMBIGUOUS_", "MISSING_", "WRONG_NUM_ARGS", "UNSUPPORTED_SUBQUERY", "INVALID_SQL_SYNTAX", "NUM_COLUMNS_MISMATCH",
        "UNDEFINED_FUNCTION", "MISMATCHED_",
    ];

    /// <summary>The error to raise.</summary>
    /// <param name="error">The JVM's.</param>
    /// <param name="sql">The generated statement; null for a call that takes what the user wrote.</param>
    public static Exception Translate(JavaException error, string? sql)
    {
        if (OfDatabase(error) is { } failed)
        {
            return failed;
        }

        if (error.Causes.Any(c => c.ClassName.EndsWith("OutOfMemoryError", StringComparison.Ordinal)))
        {
            return new QueryException("OUT_OF_MEMORY", DriverEnds.OutOfMemory, error);
        }

        var cause = error.Causes.FirstOrDefault(c => ClassOf(c) is not (null or "INTERNAL_ERROR"))
            ?? error.Causes.FirstOrDefault(c => ClassOf(c) is not null)
            ?? (error.Causes is [var first, ..] ? first : new JavaCause("unknown", null, null, IsAnalysis: false));
        var name = ClassOf(cause) ?? Unnamed;
        var message = cause.IsAnalysis && sql is not null ? Words(cause) : WithReasons(error, cause);
        if (!cause.IsAnalysis)
        {
            return new QueryException(name, message, error);
        }

        return sql is not null && Ours.Any(o => name.StartsWith(o, StringComparison.Ordinal))
            ? new DefectException($"Spark refused a statement of ours: {message}\nThe statement: {sql}", error)
            : new AnalysisException(name, message, error);
    }

    // What a database's driver raised in a task or before it: Spark wraps it into pages of stack traces.
    private static QueryException? OfDatabase(JavaException error)
    {
        var first = error.Causes.FirstOrDefault(c => Databases.Any(d => c.ClassName.StartsWith(d, StringComparison.Ordinal)));
        if (first is null)
        {
            return null;
        }

        string Line(JavaCause cause) => (cause.Message ?? cause.ClassName).Trim().Split('\n')[0].Trim().TrimEnd('.');
        var words = Line(first);
        var root = Line(error.Causes[^1]);
        return new QueryException(
            DatabaseFailed,
            $"The database failed while it was read or written: {words}{(words.Contains(root, StringComparison.Ordinal) ? string.Empty : ": " + root)}. "
            + "Check that its server runs and what its log says, then run again.",
            error);
    }

    private static string? ClassOf(JavaCause cause) => cause.ErrorClass
        ?? (BracketedClass().Match(cause.Message ?? string.Empty) is { Success: true } match ? match.Groups[1].Value : null);

    // Errors of files, tasks and servers say what happened only in what caused them.
    private static string WithReasons(JavaException error, JavaCause chosen)
    {
        var text = Words(chosen);
        foreach (var reason in error.Causes.SkipWhile(c => !ReferenceEquals(c, chosen)).Skip(1).Where(c => c.Message is not null).Select(Words))
        {
            if (!text.Contains(reason, StringComparison.Ordinal))
            {
                text += " " + reason;
            }
        }

        return text;
    }

    // Without the class, which is a property, without the lines that point into the generated statement, without a stack trace.
    private static string Words(JavaCause cause)
    {
        var text = cause.Message ?? cause.ClassName;
        foreach (var end in new[] { "\n== SQL", "\n\tat " })
        {
            text = text.IndexOf(end, StringComparison.Ordinal) is >= 0 and var position ? text[..position] : text;
        }

        return BracketedClass().Replace(text, string.Empty).Trim();
    }

    [GeneratedRegex(@"^\[([A-Z0-9_.]+)\]\s*")]
    private static partial Regex BracketedClass();
}
