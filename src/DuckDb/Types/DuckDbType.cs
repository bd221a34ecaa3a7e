namespace SparkEtl.DuckDb;

/// <summary>
/// A logical type of DuckDB: what it is, its parameters, its children. Equal when all of these are equal; field names compare as
/// written. <see cref="ToString"/> writes it as DuckDB does, and the text may be used in SQL.
/// </summary>
public sealed record DuckDbType
{
    private DuckDbType(DuckDbTypeKind kind) => Kind = kind;

    /// <summary>What it is.</summary>
    public DuckDbTypeKind Kind { get; }

    /// <summary>Digits of a decimal, 1 to 38; 0 for other types.</summary>
    public int Width { get; private init; }

    /// <summary>Digits after the point of a decimal; 0 for other types.</summary>
    public int Scale { get; private init; }

    /// <summary>Elements of an array of fixed length; 0 for other types.</summary>
    public int Length { get; private init; }

    /// <summary>Fields of a struct, members of a union, <c>key</c> and <c>value</c> of a map, <c>element</c> of a list or array.</summary>
    public IReadOnlyList<DuckDbField> Fields { get; private init; } = [];

    /// <summary>Names of an enum in their order.</summary>
    public IReadOnlyList<string> EnumNames { get; private init; } = [];

    /// <summary>The name DuckDB gives the type instead of its structure, such as JSON for a VARCHAR; null for most.</summary>
    public string? Alias { get; internal init; }

    /// <summary>Type of a list's or an array's elements.</summary>
    public DuckDbType Element => Kind is DuckDbTypeKind.List or DuckDbTypeKind.Array
        ? Fields[0].Type
        : throw new DuckDbException($"Found the type {this} where a list or an array was expected.", DuckDbErrorType.InvalidType);

    /// <summary>BOOLEAN.</summary>
    public static DuckDbType Boolean { get; } = new(DuckDbTypeKind.Boolean);

    /// <summary>TINYINT.</summary>
    public static DuckDbType TinyInt { get; } = new(DuckDbTypeKind.TinyInt);

    /// <summary>SMALLINT.</summary>
    public static DuckDbType SmallInt { get; } = new(DuckDbTypeKind.SmallInt);

    /// <summary>INTEGER.</summary>
    public static DuckDbType Integer { get; } = new(DuckDbTypeKind.Integer);

    /// <summary>BIGINT.</summary>
    public static DuckDbType BigInt { get; } = new(DuckDbTypeKind.BigInt);

    /// <summary>HUGEINT.</summary>
    public static DuckDbType HugeInt { get; } = new(DuckDbTypeKind.HugeInt);

    /// <summary>UTINYINT.</summary>
    public static DuckDbType UTinyInt { get; } = new(DuckDbTypeKind.UTinyInt);

    /// <summary>USMALLINT.</summary>
    public static DuckDbType USmallInt { get; } = new(DuckDbTypeKind.USmallInt);

    /// <summary>UINTEGER.</summary>
    public static DuckDbType UInteger { get; } = new(DuckDbTypeKind.UInteger);

    /// <summary>UBIGINT.</summary>
    public static DuckDbType UBigInt { get; } = new(DuckDbTypeKind.UBigInt);

    /// <summary>UHUGEINT.</summary>
    public static DuckDbType UHugeInt { get; } = new(DuckDbTypeKind.UHugeInt);

    /// <summary>FLOAT.</summary>
    public static DuckDbType Float { get; } = new(DuckDbTypeKind.Float);

    /// <summary>DOUBLE.</summary>
    public static DuckDbType Double { get; } = new(DuckDbTypeKind.Double);

    /// <summary>VARCHAR.</summary>
    public static DuckDbType Varchar { get; } = new(DuckDbTypeKind.Varchar);

    /// <summary>BLOB.</summary>
    public static DuckDbType Blob { get; } = new(DuckDbTypeKind.Blob);

    /// <summary>DATE.</summary>
    public static DuckDbType Date { get; } = new(DuckDbTypeKind.Date);

    /// <summary>TIME.</summary>
    public static DuckDbType Time { get; } = new(DuckDbTypeKind.Time);

    /// <summary>TIMESTAMP.</summary>
    public static DuckDbType Timestamp { get; } = new(DuckDbTypeKind.Timestamp);

    /// <summary>TIMESTAMP WITH TIME ZONE.</summary>
    public static DuckDbType TimestampTz { get; } = new(DuckDbTypeKind.TimestampTz);

    /// <summary>INTERVAL.</summary>
    public static DuckDbType Interval { get; } = new(DuckDbTypeKind.Interval);

    /// <summary>UUID.</summary>
    public static DuckDbType Uuid { get; } = new(DuckDbTypeKind.Uuid);

    /// <summary>Any type, as an argument of a function.</summary>
    public static DuckDbType Any { get; } = new(DuckDbTypeKind.Any);

    /// <summary>The type of a bare NULL.</summary>
    public static DuckDbType Null { get; } = new(DuckDbTypeKind.Null);

    /// <summary>DECIMAL(width, scale).</summary>
    /// <param name="width">Digits, 1 to 38.</param>
    /// <param name="scale">Digits after the point, 0 to width.</param>
    public static DuckDbType Decimal(int width, int scale)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, 38);
        ArgumentOutOfRangeException.ThrowIfNegative(scale);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scale, width);
        return new DuckDbType(DuckDbTypeKind.Decimal) { Width = width, Scale = scale };
    }

    /// <summary>A list of any length.</summary>
    /// <param name="element">Type of the elements.</param>
    public static DuckDbType List(DuckDbType element) =>
        new(DuckDbTypeKind.List) { Fields = [new DuckDbField("element", element)] };

    /// <summary>A list of fixed length.</summary>
    /// <param name="element">Type of the elements.</param>
    /// <param name="length">How many, from 1.</param>
    public static DuckDbType Array(DuckDbType element, int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        return new DuckDbType(DuckDbTypeKind.Array) { Fields = [new DuckDbField("element", element)], Length = length };
    }

    /// <summary>MAP(key, value).</summary>
    /// <param name="key">Type of the keys.</param>
    /// <param name="value">Type of the values.</param>
    public static DuckDbType Map(DuckDbType key, DuckDbType value) =>
        new(DuckDbTypeKind.Map) { Fields = [new DuckDbField("key", key), new DuckDbField("value", value)] };

    /// <summary>STRUCT(name type, ...).</summary>
    /// <param name="fields">At least one field.</param>
    public static DuckDbType Struct(params IReadOnlyList<DuckDbField> fields)
    {
        ArgumentOutOfRangeException.ThrowIfZero(fields.Count);
        return new DuckDbType(DuckDbTypeKind.Struct) { Fields = [.. fields] };
    }

    /// <summary>ENUM(names).</summary>
    /// <param name="names">At least one name.</param>
    public static DuckDbType Enum(params IReadOnlyList<string> names)
    {
        ArgumentOutOfRangeException.ThrowIfZero(names.Count);
        return new DuckDbType(DuckDbTypeKind.Enum) { EnumNames = [.. names] };
    }

    /// <summary>The type of this kind that has no parameters.</summary>
    internal static DuckDbType Plain(DuckDbTypeKind kind) => new(kind);

    internal static DuckDbType Union(IReadOnlyList<DuckDbField> members) => new(DuckDbTypeKind.Union) { Fields = members };

    /// <inheritdoc/>
    public bool Equals(DuckDbType? other) =>
        other is not null && Kind == other.Kind && Width == other.Width && Scale == other.Scale && Length == other.Length
        && Alias == other.Alias && Fields.SequenceEqual(other.Fields) && EnumNames.SequenceEqual(other.EnumNames);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Kind);
        hash.Add(Width);
        hash.Add(Scale);
        hash.Add(Length);
        foreach (DuckDbField field in Fields)
            hash.Add(field);
        foreach (string name in EnumNames)
            hash.Add(name);
        return hash.ToHashCode();
    }

    /// <summary>The type as DuckDB writes it, such as <c>DECIMAL(18,2)</c> or <c>STRUCT(a INTEGER, "b c" VARCHAR[])</c>.</summary>
    public override string ToString() => TypeNames.Of(this);
}
