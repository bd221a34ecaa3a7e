using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan;

namespace SparkEtl.Spark.Sql;

/// <content>Text, parts of nested values, membership.</content>
public sealed partial class Column
{
    /// <summary>Whether the text fits a pattern, where <c>%</c> is any text, <c>_</c> any character and <c>\</c> takes their meaning away.</summary>
    /// <param name="literal">The pattern.</param>
    public Column Like(string literal) => Call("like", this, literal);

    /// <summary>Whether some part of the text fits a Java regular expression.</summary>
    /// <param name="literal">The pattern.</param>
    public Column RLike(string literal) => Call("rlike", this, literal);

    /// <summary>An element of an array by its position from 0, the value of a key of a map, or a field of a struct by its name.</summary>
    /// <param name="key">A column or a constant. A position outside of the array is an error; a key that the map lacks gives null.</param>
    public Column GetItem(object? key) => Call("getitem", this, key);

    /// <inheritdoc cref="GetItem(object)"/>
    public Column Apply(object? extraction) => Call("getitem", this, extraction);

    /// <summary>A field of a struct, or of each struct of an array.</summary>
    /// <param name="fieldName">The field's name.</param>
    public Column GetField(string fieldName)
    {
        ArgumentNullException.ThrowIfNull(fieldName);
        return new(new FieldSyntax(Syntax, fieldName));
    }

    /// <summary>The struct with a field added, or replaced when it has one of that name.</summary>
    /// <param name="fieldName">The field's name; <c>a.b</c> is field b of the struct a.</param>
    /// <param name="column">The field's value.</param>
    public Column WithField(string fieldName, Column column)
    {
        ArgumentNullException.ThrowIfNull(fieldName);
        return Call("with_field", this, fieldName, Required(column));
    }

    /// <summary>The struct without some fields; a name that it lacks changes nothing.</summary>
    /// <param name="fieldNames">The fields' names; <c>a.b</c> is field b of the struct a.</param>
    /// <exception cref="AnalysisException">When it is used: no field would be left.</exception>
    public Column DropFields(params string[] fieldNames) => Call("drop_fields", [this, .. fieldNames]);

    /// <summary>A part of a text or of bytes.</summary>
    /// <param name="startPos">Its first position, from 1; negative counts from the end.</param>
    /// <param name="len">Its length.</param>
    public Column SubStr(Column startPos, Column len) => Call("substring", this, Required(startPos), Required(len));

    /// <inheritdoc cref="SubStr(Column, Column)"/>
    public Column SubStr(int startPos, int len) => Call("substring", this, startPos, len);

    /// <summary>Whether the text contains the other.</summary>
    /// <param name="other">A column or a constant.</param>
    public Column Contains(object? other) => Call("contains", this, other);

    /// <summary>Whether the text starts with the other.</summary>
    /// <param name="other">A text column.</param>
    public Column StartsWith(Column other) => Call("startswith", this, Required(other));

    /// <inheritdoc cref="StartsWith(Column)"/>
    public Column StartsWith(string literal) => Call("startswith", this, literal);

    /// <summary>Whether the text ends with the other.</summary>
    /// <param name="other">A text column.</param>
    public Column EndsWith(Column other) => Call("endswith", this, Required(other));

    /// <inheritdoc cref="EndsWith(Column)"/>
    public Column EndsWith(string literal) => Call("endswith", this, literal);

    /// <summary>Whether the value is one of the list; false for an empty list.</summary>
    /// <param name="list">Constants.</param>
    public Column IsIn(params string[] list) => In(list);

    /// <inheritdoc cref="IsIn(string[])"/>
    public Column IsIn(params int[] list) => In(list);

    /// <inheritdoc cref="IsIn(string[])"/>
    public Column IsIn(params long[] list) => In(list);

    /// <inheritdoc cref="IsIn(string[])"/>
    public Column IsIn(params bool[] list) => In(list);

    /// <inheritdoc cref="IsIn(string[])"/>
    public Column IsIn(params short[] list) => In(list);

    /// <inheritdoc cref="IsIn(string[])"/>
    public Column IsIn(params float[] list) => In(list);

    /// <inheritdoc cref="IsIn(string[])"/>
    public Column IsIn(params double[] list) => In(list);

    /// <inheritdoc cref="IsIn(string[])"/>
    public Column IsIn(params decimal[] list) => In(list);

    private Column In<T>(T[] list)
    {
        ArgumentNullException.ThrowIfNull(list);
        if (list.Length == 0)
        {
            // Spark's grammar has no empty list; this is false for every value, and still checks the column.
            return new Column(LiteralConverter.ToLiteral(false)) & IsNull();
        }

        Seq<ExpressionSyntax> values = list.Select(v => LiteralConverter.ToSyntax(v)).ToSeq();
        return new(new CallSyntax("in", new Seq<ExpressionSyntax>([Syntax]).AddRange(values)));
    }
}
