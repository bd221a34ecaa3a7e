using System.Text.Json;

namespace SparkEtl.Spark.Sql.Types;

/// <summary>Base of all SQL types. Two types are equal when they have the same shape, nullability of nested values included.</summary>
public abstract class DataType
{
    private protected DataType()
    {
    }

    /// <summary>Spark's own name of the kind of type, as in a JSON schema: <c>integer</c>, <c>long</c>, <c>decimal</c>, <c>struct</c>.</summary>
    public string TypeName => NormalisedTypeName;

    /// <summary>The type as SQL writes it: <c>int</c>, <c>bigint</c>, <c>decimal(18,2)</c>, <c>array&lt;string&gt;</c>.</summary>
    public virtual string SimpleString => TypeName;

    /// <summary>The type as Spark's JSON schema.</summary>
    public string Json => DataTypeJson.Write(this);

    internal abstract string NormalisedTypeName { get; }

    /// <summary>Reads a type from Spark's JSON schema.</summary>
    /// <param name="json">A JSON text such as <c>"integer"</c> or <c>{"type":"struct","fields":[...]}</c>.</param>
    /// <exception cref="AnalysisException">The text is not a type.</exception>
    public static DataType ParseDataType(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var document = JsonDocument.Parse(json);
            return DataTypeJson.Read(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new AnalysisException("INVALID_JSON_DATA_TYPE", $"'{json}' is not the JSON of a data type: {e.Message}", e);
        }
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is DataType other && other.GetType() == GetType();

    /// <inheritdoc/>
    public override int GetHashCode() => GetType().GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => SimpleString;
}
