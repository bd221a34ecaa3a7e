namespace SparkEtl.Spark.Sql;

/// <content>Arithmetic, comparison, logic and bits.</content>
public sealed partial class Column
{
    /// <summary>The negative of a number or an interval; overflow is an error.</summary>
    /// <param name="self">A number or an interval.</param>
    public static Column operator -(Column self) => Unary("negative", self);

    /// <summary>Not; unknown stays unknown.</summary>
    /// <param name="self">A boolean.</param>
    public static Column operator !(Column self) => Unary("not", self);

    /// <inheritdoc cref="EqualTo(object)"/>
    public static Column operator ==(Column lhs, object? rhs) => Binary("=", lhs, rhs);

    /// <inheritdoc cref="NotEqual(object)"/>
    public static Column operator !=(Column lhs, object? rhs) => !Binary("=", lhs, rhs);

    /// <inheritdoc cref="Gt(object)"/>
    public static Column operator >(Column lhs, object? rhs) => Binary(">", lhs, rhs);

    /// <inheritdoc cref="Lt(object)"/>
    public static Column operator <(Column lhs, object? rhs) => Binary("<", lhs, rhs);

    /// <inheritdoc cref="Leq(object)"/>
    public static Column operator <=(Column lhs, object? rhs) => Binary("<=", lhs, rhs);

    /// <inheritdoc cref="Geq(object)"/>
    public static Column operator >=(Column lhs, object? rhs) => Binary(">=", lhs, rhs);

    /// <inheritdoc cref="Or(Column)"/>
    public static Column operator |(Column lhs, Column rhs) => Binary("or", lhs, Required(rhs));

    /// <inheritdoc cref="And(Column)"/>
    public static Column operator &(Column lhs, Column rhs) => Binary("and", lhs, Required(rhs));

    /// <inheritdoc cref="Plus(object)"/>
    public static Column operator +(Column lhs, object? rhs) => Binary("+", lhs, rhs);

    /// <inheritdoc cref="Minus(object)"/>
    public static Column operator -(Column lhs, object? rhs) => Binary("-", lhs, rhs);

    /// <inheritdoc cref="Multiply(object)"/>
    public static Column operator *(Column lhs, object? rhs) => Binary("*", lhs, rhs);

    /// <inheritdoc cref="Divide(object)"/>
    public static Column operator /(Column lhs, object? rhs) => Binary("/", lhs, rhs);

    /// <inheritdoc cref="Mod(object)"/>
    public static Column operator %(Column lhs, object? rhs) => Binary("%", lhs, rhs);

    /// <summary>Equal; unknown when either side is null.</summary>
    /// <param name="rhs">A column or a constant.</param>
    public Column EqualTo(object? rhs) => this == rhs;

    /// <summary>Not equal; unknown when either side is null.</summary>
    /// <param name="rhs">A column or a constant.</param>
    public Column NotEqual(object? rhs) => this != rhs;

    /// <summary>Greater than; unknown when either side is null.</summary>
    /// <param name="rhs">A column or a constant.</param>
    public Column Gt(object? rhs) => this > rhs;

    /// <summary>Less than; unknown when either side is null.</summary>
    /// <param name="rhs">A column or a constant.</param>
    public Column Lt(object? rhs) => this < rhs;

    /// <summary>Less than or equal; unknown when either side is null.</summary>
    /// <param name="rhs">A column or a constant.</param>
    public Column Leq(object? rhs) => this <= rhs;

    /// <summary>Greater than or equal; unknown when either side is null.</summary>
    /// <param name="rhs">A column or a constant.</param>
    public Column Geq(object? rhs) => this >= rhs;

    /// <summary>Equal, where two nulls are equal and a null and a value are not. SQL's <c>&lt;=&gt;</c>.</summary>
    /// <param name="obj">A column or a constant.</param>
    public Column EqNullSafe(object? obj) => Binary("<=>", this, obj);

    /// <summary>Not less than the one and not greater than the other.</summary>
    /// <param name="lowerBound">A column or a constant.</param>
    /// <param name="upperBound">A column or a constant.</param>
    public Column Between(object? lowerBound, object? upperBound) => (this >= lowerBound) & (this <= upperBound);

    /// <summary>Whether a double or float is not a number; false for null.</summary>
    public Column IsNaN() => Unary("isnan", this);

    /// <summary>Whether the value is null.</summary>
    public Column IsNull() => Unary("isnull", this);

    /// <summary>Whether the value is not null.</summary>
    public Column IsNotNull() => Unary("isnotnull", this);

    /// <summary>True when either is true.</summary>
    /// <param name="other">A boolean column.</param>
    public Column Or(Column other) => this | other;

    /// <summary>True when both are true.</summary>
    /// <param name="other">A boolean column.</param>
    public Column And(Column other) => this & other;

    /// <summary>The sum; overflow is an error.</summary>
    /// <param name="rhs">A column or a constant.</param>
    public Column Plus(object? rhs) => this + rhs;

    /// <summary>The difference; overflow is an error.</summary>
    /// <param name="rhs">A column or a constant.</param>
    public Column Minus(object? rhs) => this - rhs;

    /// <summary>The product; overflow is an error.</summary>
    /// <param name="rhs">A column or a constant.</param>
    public Column Multiply(object? rhs) => this * rhs;

    /// <summary>The quotient, a double or a decimal; division by zero is an error.</summary>
    /// <param name="rhs">A column or a constant.</param>
    public Column Divide(object? rhs) => this / rhs;

    /// <summary>The remainder, with the sign of the dividend; division by zero is an error.</summary>
    /// <param name="rhs">A column or a constant.</param>
    public Column Mod(object? rhs) => this % rhs;

    /// <summary>The bits that either has.</summary>
    /// <param name="other">A column or a constant of a whole number.</param>
    public Column BitwiseOR(object? other) => Binary("|", this, other);

    /// <summary>The bits that both have.</summary>
    /// <param name="other">A column or a constant of a whole number.</param>
    public Column BitwiseAND(object? other) => Binary("&", this, other);

    /// <summary>The bits that exactly one has.</summary>
    /// <param name="other">A column or a constant of a whole number.</param>
    public Column BitwiseXOR(object? other) => Binary("^", this, other);

    private static Column Unary(string name, Column operand) => Call(name, Required(operand));

    private static Column Binary(string name, Column left, object? right) => Call(name, Required(left), right);

    private static Column Required(Column column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return column;
    }
}
