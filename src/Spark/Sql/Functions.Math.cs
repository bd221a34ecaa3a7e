namespace SparkEtl.Spark.Sql;

/// <content>Numbers: rounding, powers, logarithms, bits.</content>
public static partial class Functions
{
    /// <summary>The absolute value; overflow is an error. Spark's <c>abs</c>.</summary>
    public static Column Abs(Column column) => Call("abs", column);

    /// <summary>The square root; NaN for a negative number. Spark's <c>sqrt</c>.</summary>
    public static Column Sqrt(Column column) => Call("sqrt", column);

    /// <inheritdoc cref="Sqrt(Column)"/>
    public static Column Sqrt(string columnName) => Call("sqrt", Col(columnName));

    /// <summary>All bits turned over. Prefer <see cref="Bitwise_Not(Column)"/>.</summary>
    public static Column BitwiseNOT(Column column) => Call("~", column);

    /// <summary>All bits turned over.</summary>
    public static Column Bitwise_Not(Column column) => Call("~", column);

    /// <summary>A whole number as binary digits, in two's complement of 64 bits. Spark's <c>bin</c>.</summary>
    public static Column Bin(Column column) => Call("bin", column);

    /// <inheritdoc cref="Bin(Column)"/>
    public static Column Bin(string columnName) => Call("bin", Col(columnName));

    /// <summary>The cube root. Spark's <c>cbrt</c>.</summary>
    public static Column Cbrt(Column column) => Call("cbrt", column);

    /// <inheritdoc cref="Cbrt(Column)"/>
    public static Column Cbrt(string columnName) => Call("cbrt", Col(columnName));

    /// <summary>The least whole number that is not less. Spark's <c>ceil</c>.</summary>
    public static Column Ceil(Column column) => Call("ceil", column);

    /// <inheritdoc cref="Ceil(Column)"/>
    public static Column Ceil(string columnName) => Call("ceil", Col(columnName));

    /// <summary>
    /// A number written in one base (2 to 36), written in another; a negative target base gives a sign. Spark's <c>conv</c>.
    /// </summary>
    public static Column Conv(Column column, int fromBase, int toBase) => Call("conv", column, fromBase, toBase);

    /// <summary>e to the power of the value. Spark's <c>exp</c>.</summary>
    public static Column Exp(Column column) => Call("exp", column);

    /// <inheritdoc cref="Exp(Column)"/>
    public static Column Exp(string columnName) => Call("exp", Col(columnName));

    /// <summary>e to the power of the value, less one; exact near zero. Spark's <c>expm1</c>.</summary>
    public static Column Expm1(Column column) => Call("expm1", column);

    /// <inheritdoc cref="Expm1(Column)"/>
    public static Column Expm1(string columnName) => Call("expm1", Col(columnName));

    /// <summary>The factorial of 0 to 20; null outside. Spark's <c>factorial</c>.</summary>
    public static Column Factorial(Column column) => Call("factorial", column);

    /// <summary>The greatest whole number that is not greater. Spark's <c>floor</c>.</summary>
    public static Column Floor(Column column) => Call("floor", column);

    /// <inheritdoc cref="Floor(Column)"/>
    public static Column Floor(string columnName) => Call("floor", Col(columnName));

    /// <summary>The greatest of the values that are not null; null when all are. Spark's <c>greatest</c>.</summary>
    public static Column Greatest(params Column[] columns) => Call("greatest", columns);

    /// <inheritdoc cref="Greatest(Column[])"/>
    public static Column Greatest(string columnName, params string[] columnNames) =>
        Call("greatest", ColumnNames.ToColumns(columnName, columnNames));

    /// <summary>A whole number, a text's UTF-8 bytes, or bytes, as upper-case hexadecimal digits. Spark's <c>hex</c>.</summary>
    public static Column Hex(Column column) => Call("hex", column);

    /// <summary>The bytes of hexadecimal digits. Spark's <c>unhex</c>.</summary>
    public static Column Unhex(Column column) => Call("unhex", column);

    /// <summary>The length of a vector of two coordinates. Spark's <c>hypot</c>.</summary>
    public static Column Hypot(Column left, Column right) => Call("hypot", left, right);

    /// <inheritdoc cref="Hypot(Column, Column)"/>
    public static Column Hypot(Column left, string rightName) => Call("hypot", left, Col(rightName));

    /// <inheritdoc cref="Hypot(Column, Column)"/>
    public static Column Hypot(string leftName, Column right) => Call("hypot", Col(leftName), right);

    /// <inheritdoc cref="Hypot(Column, Column)"/>
    public static Column Hypot(string leftName, string rightName) => Call("hypot", Col(leftName), Col(rightName));

    /// <inheritdoc cref="Hypot(Column, Column)"/>
    public static Column Hypot(Column left, double right) => Call("hypot", left, right);

    /// <inheritdoc cref="Hypot(Column, Column)"/>
    public static Column Hypot(string leftName, double right) => Call("hypot", Col(leftName), right);

    /// <inheritdoc cref="Hypot(Column, Column)"/>
    public static Column Hypot(double left, Column right) => Call("hypot", left, right);

    /// <inheritdoc cref="Hypot(Column, Column)"/>
    public static Column Hypot(double left, string rightName) => Call("hypot", left, Col(rightName));

    /// <summary>The least of the values that are not null; null when all are. Spark's <c>least</c>.</summary>
    public static Column Least(params Column[] columns) => Call("least", columns);

    /// <inheritdoc cref="Least(Column[])"/>
    public static Column Least(string columnName, params string[] columnNames) =>
        Call("least", ColumnNames.ToColumns(columnName, columnNames));

    /// <summary>The natural logarithm, or that of a base; null where the number is not positive. Spark's <c>log</c>.</summary>
    public static Column Log(Column column) => Call("ln", column);

    /// <inheritdoc cref="Log(Column)"/>
    public static Column Log(string columnName) => Call("ln", Col(columnName));

    /// <inheritdoc cref="Log(Column)"/>
    public static Column Log(double logBase, Column column) => Call("log", logBase, column);

    /// <inheritdoc cref="Log(Column)"/>
    public static Column Log(double logBase, string columnName) => Call("log", logBase, Col(columnName));

    /// <summary>The logarithm of base 10; null where the number is not positive. Spark's <c>log10</c>.</summary>
    public static Column Log10(Column column) => Call("log10", column);

    /// <inheritdoc cref="Log10(Column)"/>
    public static Column Log10(string columnName) => Call("log10", Col(columnName));

    /// <summary>The natural logarithm of the value plus one; null where that is not positive. Spark's <c>log1p</c>.</summary>
    public static Column Log1p(Column column) => Call("log1p", column);

    /// <inheritdoc cref="Log1p(Column)"/>
    public static Column Log1p(string columnName) => Call("log1p", Col(columnName));

    /// <summary>The logarithm of base 2; null where the number is not positive. Spark's <c>log2</c>.</summary>
    public static Column Log2(Column column) => Call("log2", column);

    /// <inheritdoc cref="Log2(Column)"/>
    public static Column Log2(string columnName) => Call("log2", Col(columnName));

    /// <summary>The first value to the power of the second, a double. Spark's <c>power</c>.</summary>
    public static Column Pow(Column left, Column right) => Call("power", left, right);

    /// <inheritdoc cref="Pow(Column, Column)"/>
    public static Column Pow(Column left, string rightName) => Call("power", left, Col(rightName));

    /// <inheritdoc cref="Pow(Column, Column)"/>
    public static Column Pow(string leftName, Column right) => Call("power", Col(leftName), right);

    /// <inheritdoc cref="Pow(Column, Column)"/>
    public static Column Pow(string leftName, string rightName) => Call("power", Col(leftName), Col(rightName));

    /// <inheritdoc cref="Pow(Column, Column)"/>
    public static Column Pow(Column left, double right) => Call("power", left, right);

    /// <inheritdoc cref="Pow(Column, Column)"/>
    public static Column Pow(string leftName, double right) => Call("power", Col(leftName), right);

    /// <inheritdoc cref="Pow(Column, Column)"/>
    public static Column Pow(double left, Column right) => Call("power", left, right);

    /// <inheritdoc cref="Pow(Column, Column)"/>
    public static Column Pow(double left, string rightName) => Call("power", left, Col(rightName));

    /// <summary>The remainder, never negative for a positive divisor; division by zero is an error. Spark's <c>pmod</c>.</summary>
    public static Column Pmod(Column left, Column right) => Call("pmod", left, right);

    /// <summary>The nearest whole number as a double, a half to the even one. Spark's <c>rint</c>.</summary>
    public static Column Rint(Column column) => Call("rint", column);

    /// <inheritdoc cref="Rint(Column)"/>
    public static Column Rint(string columnName) => Call("rint", Col(columnName));

    /// <summary>
    /// The value at a number of decimal places (0 when not given, negative for tens), a half away from zero. Spark's <c>round</c>.
    /// </summary>
    public static Column Round(Column column) => Call("round", column);

    /// <inheritdoc cref="Round(Column)"/>
    public static Column Round(Column column, int scale) => Call("round", column, scale);

    /// <summary>
    /// The value at a number of decimal places (0 when not given, negative for tens), a half to the even digit. Spark's <c>bround</c>.
    /// </summary>
    public static Column Bround(Column column) => Call("bround", column);

    /// <inheritdoc cref="Bround(Column)"/>
    public static Column Bround(Column column, int scale) => Call("bround", column, scale);

    /// <summary>The bits moved left. Prefer <see cref="Shiftleft(Column, int)"/>. Spark's <c>shiftleft</c>.</summary>
    public static Column ShiftLeft(Column column, int numBits) => Call("shiftleft", column, numBits);

    /// <summary>The bits moved left. Spark's <c>shiftleft</c>.</summary>
    public static Column Shiftleft(Column column, int numBits) => Call("shiftleft", column, numBits);

    /// <summary>The bits moved right, the sign kept. Prefer <see cref="Shiftright(Column, int)"/>. Spark's <c>shiftright</c>.</summary>
    public static Column ShiftRight(Column column, int numBits) => Call("shiftright", column, numBits);

    /// <summary>The bits moved right, the sign kept. Spark's <c>shiftright</c>.</summary>
    public static Column Shiftright(Column column, int numBits) => Call("shiftright", column, numBits);

    /// <summary>
    /// The bits moved right, zeros in front. Prefer <see cref="Shiftrightunsigned(Column, int)"/>. Spark's <c>shiftrightunsigned</c>.
    /// </summary>
    public static Column ShiftRightUnsigned(Column column, int numBits) => Call("shiftrightunsigned", column, numBits);

    /// <summary>The bits moved right, zeros in front. Spark's <c>shiftrightunsigned</c>.</summary>
    public static Column Shiftrightunsigned(Column column, int numBits) => Call("shiftrightunsigned", column, numBits);

    /// <summary>-1.0, 0.0 or 1.0: the sign of the value. Spark's <c>signum</c>.</summary>
    public static Column Signum(Column column) => Call("signum", column);

    /// <inheritdoc cref="Signum(Column)"/>
    public static Column Signum(string columnName) => Call("signum", Col(columnName));
}
