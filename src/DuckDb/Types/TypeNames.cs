namespace SparkEtl.DuckDb;

/// <summary>Types as DuckDB writes them.</summary>
internal static class TypeNames
{
    internal static string Of(DuckDbType type) => type.Alias ?? type.Kind switch
    {
        DuckDbTypeKind.Decimal => $"DECIMAL({type.Width},{type.Scale})",
        DuckDbTypeKind.List => $"{type.Element}[]",
        DuckDbTypeKind.Array => $"{type.Element}[{type.Length}]",
        DuckDbTypeKind.Map => $"MAP({type.Fields[0].Type}, {type.Fields[1].Type})",
        DuckDbTypeKind.Struct => $"STRUCT({Fields(type)})",
        DuckDbTypeKind.Union => $"UNION({Fields(type)})",
        DuckDbTypeKind.Enum => $"ENUM({string.Join(", ", type.EnumNames.Select(Literal))})",
        DuckDbTypeKind.TimestampTz => "TIMESTAMP WITH TIME ZONE",
        DuckDbTypeKind.TimeTz => "TIME WITH TIME ZONE",
        DuckDbTypeKind.TimestampSeconds => "TIMESTAMP_S",
        DuckDbTypeKind.TimestampMillis => "TIMESTAMP_MS",
        DuckDbTypeKind.TimestampNanos => "TIMESTAMP_NS",
        DuckDbTypeKind.TimeNanos => "TIME_NS",
        DuckDbTypeKind.Null => "\"NULL\"",
        var kind => kind.ToString().ToUpperInvariant(),
    };

    private static string Fields(DuckDbType type) => string.Join(", ", type.Fields.Select(f => $"{Identifier(f.Name)} {f.Type}"));

    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Identifier(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && !IsKeyword(name)
            ? name
            : $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static bool IsKeyword(string name) => name.ToLowerInvariant() is
        "all" or "analyse" or "analyze" or "and" or "any" or "array" or "as" or "asc" or "asymmetric" or "both" or "case" or "cast"
        or "check" or "collate" or "column" or "constraint" or "create" or "default" or "deferrable" or "desc" or "describe"
        or "distinct" or "do" or "else" or "end" or "except" or "false" or "fetch" or "for" or "foreign" or "from" or "group"
        or "having" or "in" or "initially" or "intersect" or "into" or "lambda" or "lateral" or "leading" or "limit" or "not"
        or "null" or "offset" or "on" or "only" or "or" or "order" or "pivot" or "pivot_longer" or "pivot_wider" or "placing"
        or "primary" or "qualify" or "references" or "returning" or "select" or "show" or "some" or "summarize" or "symmetric"
        or "table" or "then" or "to" or "trailing" or "true" or "union" or "unique" or "unpivot" or "using" or "variadic"
        or "when" or "where" or "window" or "with";
}
