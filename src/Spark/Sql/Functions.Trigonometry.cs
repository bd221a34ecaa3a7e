namespace SparkEtl.Spark.Sql;

/// <content>Angles in radians, and hyperbolic functions.</content>
public static partial class Functions
{
    /// <summary>The arc cosine in radians; NaN outside of -1 to 1. Spark's <c>acos</c>.</summary>
    public static Column Acos(Column column) => Call("acos", column);

    /// <inheritdoc cref="Acos(Column)"/>
    public static Column Acos(string columnName) => Call("acos", Col(columnName));

    /// <summary>The inverse hyperbolic cosine; NaN below 1. Spark's <c>acosh</c>.</summary>
    public static Column Acosh(Column column) => Call("acosh", column);

    /// <inheritdoc cref="Acosh(Column)"/>
    public static Column Acosh(string columnName) => Call("acosh", Col(columnName));

    /// <summary>The arc sine in radians; NaN outside of -1 to 1. Spark's <c>asin</c>.</summary>
    public static Column Asin(Column column) => Call("asin", column);

    /// <inheritdoc cref="Asin(Column)"/>
    public static Column Asin(string columnName) => Call("asin", Col(columnName));

    /// <summary>The inverse hyperbolic sine. Spark's <c>asinh</c>.</summary>
    public static Column Asinh(Column column) => Call("asinh", column);

    /// <inheritdoc cref="Asinh(Column)"/>
    public static Column Asinh(string columnName) => Call("asinh", Col(columnName));

    /// <summary>The arc tangent in radians. Spark's <c>atan</c>.</summary>
    public static Column Atan(Column column) => Call("atan", column);

    /// <inheritdoc cref="Atan(Column)"/>
    public static Column Atan(string columnName) => Call("atan", Col(columnName));

    /// <summary>The angle in radians of the point (x, y). Spark's <c>atan2</c>.</summary>
    public static Column Atan2(Column y, Column x) => Call("atan2", y, x);

    /// <inheritdoc cref="Atan2(Column, Column)"/>
    public static Column Atan2(Column y, string xName) => Call("atan2", y, Col(xName));

    /// <inheritdoc cref="Atan2(Column, Column)"/>
    public static Column Atan2(string yName, Column x) => Call("atan2", Col(yName), x);

    /// <inheritdoc cref="Atan2(Column, Column)"/>
    public static Column Atan2(string yName, string xName) => Call("atan2", Col(yName), Col(xName));

    /// <inheritdoc cref="Atan2(Column, Column)"/>
    public static Column Atan2(Column y, double xValue) => Call("atan2", y, xValue);

    /// <inheritdoc cref="Atan2(Column, Column)"/>
    public static Column Atan2(string yName, double xValue) => Call("atan2", Col(yName), xValue);

    /// <inheritdoc cref="Atan2(Column, Column)"/>
    public static Column Atan2(double yValue, Column x) => Call("atan2", yValue, x);

    /// <inheritdoc cref="Atan2(Column, Column)"/>
    public static Column Atan2(double yValue, string xName) => Call("atan2", yValue, Col(xName));

    /// <summary>The inverse hyperbolic tangent; NaN outside of -1 to 1. Spark's <c>atanh</c>.</summary>
    public static Column Atanh(Column column) => Call("atanh", column);

    /// <inheritdoc cref="Atanh(Column)"/>
    public static Column Atanh(string columnName) => Call("atanh", Col(columnName));

    /// <summary>The cosine of an angle in radians. Spark's <c>cos</c>.</summary>
    public static Column Cos(Column column) => Call("cos", column);

    /// <inheritdoc cref="Cos(Column)"/>
    public static Column Cos(string columnName) => Call("cos", Col(columnName));

    /// <summary>The hyperbolic cosine. Spark's <c>cosh</c>.</summary>
    public static Column Cosh(Column column) => Call("cosh", column);

    /// <inheritdoc cref="Cosh(Column)"/>
    public static Column Cosh(string columnName) => Call("cosh", Col(columnName));

    /// <summary>The sine of an angle in radians. Spark's <c>sin</c>.</summary>
    public static Column Sin(Column column) => Call("sin", column);

    /// <inheritdoc cref="Sin(Column)"/>
    public static Column Sin(string columnName) => Call("sin", Col(columnName));

    /// <summary>The hyperbolic sine. Spark's <c>sinh</c>.</summary>
    public static Column Sinh(Column column) => Call("sinh", column);

    /// <inheritdoc cref="Sinh(Column)"/>
    public static Column Sinh(string columnName) => Call("sinh", Col(columnName));

    /// <summary>The tangent of an angle in radians. Spark's <c>tan</c>.</summary>
    public static Column Tan(Column column) => Call("tan", column);

    /// <inheritdoc cref="Tan(Column)"/>
    public static Column Tan(string columnName) => Call("tan", Col(columnName));

    /// <summary>The hyperbolic tangent. Spark's <c>tanh</c>.</summary>
    public static Column Tanh(Column column) => Call("tanh", column);

    /// <inheritdoc cref="Tanh(Column)"/>
    public static Column Tanh(string columnName) => Call("tanh", Col(columnName));

    /// <summary>Radians in degrees. Spark's <c>degrees</c>.</summary>
    public static Column Degrees(Column column) => Call("degrees", column);

    /// <inheritdoc cref="Degrees(Column)"/>
    public static Column Degrees(string columnName) => Call("degrees", Col(columnName));

    /// <summary>Degrees in radians. Spark's <c>radians</c>.</summary>
    public static Column Radians(Column column) => Call("radians", column);

    /// <inheritdoc cref="Radians(Column)"/>
    public static Column Radians(string columnName) => Call("radians", Col(columnName));
}
