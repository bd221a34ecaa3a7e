using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Tests.Catalogue.Numbers;

public sealed class MathFunctionTests
{
    [TestCase("round", 3.0, 2.5)]
    [TestCase("round", -3.0, -2.5)]
    [TestCase("round", 2.68, 2.675, 2)]
    [TestCase("round", 1234.0, 1234.4, 0)]
    [TestCase("round", 1200.0, 1234.4, -2)]
    [TestCase("round", 0.0, 0.4)]
    [TestCase("round", 1.005, 1.005, 3)]
    [TestCase("round", 1.01, 1.005, 2)]
    [TestCase("round", 0.3, 0.1 + 0.2, 5)]
    [TestCase("round", 1e300, 1e300, 2)]
    [TestCase("round", 0.0, 5e-324, 2)]
    [TestCase("bround", 2.0, 2.5)]
    [TestCase("bround", 4.0, 3.5)]
    [TestCase("bround", 0.12, 0.125, 2)]
    [TestCase("ceil", 3L, 2.1)]
    [TestCase("ceiling", 5L, 5)]
    [TestCase("floor", -3L, -2.1)]
    [TestCase("ceil", long.MaxValue, 1e30)]
    [TestCase("ceil", 0L, double.NaN)]
    [TestCase("rint", 2.0, 2.5)]
    [TestCase("power", 8.0, 2, 3)]
    [TestCase("log10", 2.0, 100)]
    [TestCase("log2", 3.0, 8)]
    [TestCase("log", 3.0, 2, 8)]
    [TestCase("cbrt", 3.0, 27)]
    [TestCase("sign", -1.0, -2)]
    [TestCase("hypot", 5.0, 3, 4)]
    [TestCase("sqrt", double.NaN, -1)]
    [TestCase("ln", null, 0)]
    [TestCase("ln", null, -1)]
    [TestCase("log1p", null, -1)]
    [TestCase("log", null, 0, 5)]
    [TestCase("ln", double.NaN, double.NaN)]
    [TestCase("atan2", 0.0, -0.0, 0.0)]
    [TestCase("factorial", 2432902008176640000L, 20)]
    [TestCase("factorial", null, 21)]
    [TestCase("factorial", 1L, 0)]
    [TestCase("factorial", null, -1)]
    [TestCase("hex", "4142", "AB")]
    [TestCase("hex", "FF", 255)]
    [TestCase("hex", "FFFFFFFFFFFFFFFF", -1)]
    [TestCase("hex", "C3A9", "é")]
    [TestCase("bin", "101", 5)]
    [TestCase("bin", "1111111111111111111111111111111111111111111111111111111111110011", -13)]
    [TestCase("bin", "1101", 13.3)]
    [TestCase("conv", "255", "ff", 16, 10)]
    [TestCase("conv", "4", "100", 2, 10)]
    [TestCase("conv", "-16", -10, 16, -10)]
    [TestCase("conv", "FFFFFFFFFFFFFFFF", "-1", 10, 16)]
    [TestCase("conv", null, "", 10, 16)]
    [TestCase("conv", null, "1", 1, 16)]
    [TestCase("conv", "0", "-", 10, 16)]
    [TestCase("bit_count", 3, 7)]
    [TestCase("bit_count", 64, -1)]
    [TestCase("bit_count", 1, true)]
    [TestCase("bit_get", (sbyte)1, 11, 0)]
    [TestCase("getbit", (sbyte)0, 11, 2)]
    [TestCase("bit_get", (sbyte)1, -1L, 63)]
    [TestCase("shiftleft", 8, 1, 3)]
    [TestCase("shiftleft", 1, 1, 32)]
    [TestCase("shiftright", -4, -8, 1)]
    [TestCase("shiftrightunsigned", 2147483644, -8, 1)]
    [TestCase("shiftrightunsigned", 9223372036854775804L, -8L, 1)]
    [TestCase("width_bucket", 3L, 5.3, 0.2, 10.6, 5)]
    [TestCase("width_bucket", 0L, -2.1, 1.3, 3.4, 3)]
    [TestCase("width_bucket", 5L, 8.1, 0.0, 5.7, 4)]
    [TestCase("width_bucket", 3L, -0.9, 5.2, 0.5, 2)]
    [TestCase("width_bucket", null, 1.0, 2.0, 2.0, 2)]
    [TestCase("abs", 5, -5)]
    [TestCase("abs", 5.0, "-5")]
    [TestCase("pmod", 2, -7, 3)]
    [TestCase("mod", 1, 7, -3)]
    [TestCase("%", -1, -7, 3)]
    [TestCase("div", -3L, -7, 2)]
    [TestCase("%", 0, int.MinValue, -1)]
    [TestCase("try_divide", null, 1, 0)]
    [TestCase("try_add", null, 2147483647, 1)]
    [TestCase("try_subtract", null, int.MinValue, 1)]
    [TestCase("try_multiply", null, long.MaxValue, 2L)]
    [TestCase("try_multiply", -4611686018427387904L, long.MinValue / 4, 2L)]
    [TestCase("try_add", (sbyte)127, (sbyte)100, (sbyte)27)]
    [TestCase("nanvl", 1.0, double.NaN, 1.0)]
    [TestCase("nanvl", 2.0, 2.0, null)]
    [TestCase("conv", "498", "1F2Z", 16, 10)]
    public void A_function_of_numbers_gives_what_Spark_gives(string function, object? expected, params object?[] arguments) =>
        Assert.That(Evaluate.Call(function, arguments), Is.EqualTo(expected));

    [TestCase("abs", "ARITHMETIC_OVERFLOW", (sbyte)-128)]
    [TestCase("abs", "ARITHMETIC_OVERFLOW", long.MinValue)]
    [TestCase("round", "ARITHMETIC_OVERFLOW", (sbyte)127, -1)]
    [TestCase("round", "ARITHMETIC_OVERFLOW", int.MaxValue, -1)]
    [TestCase("conv", "ARITHMETIC_OVERFLOW", "18446744073709551616", 10, 16)]
    [TestCase("bit_get", "INVALID_PARAMETER_VALUE.BIT_POSITION_RANGE", 11, 32)]
    [TestCase("bit_get", "INVALID_PARAMETER_VALUE.BIT_POSITION_RANGE", 11, -1)]
    [TestCase("/", "DIVIDE_BY_ZERO", 1, 0)]
    [TestCase("/", "DIVIDE_BY_ZERO", 1.0, 0)]
    [TestCase("/", "DIVIDE_BY_ZERO", 1.0, -0.0)]
    [TestCase("%", "DIVIDE_BY_ZERO", 1, 0)]
    [TestCase("div", "DIVIDE_BY_ZERO", 1, 0)]
    [TestCase("pmod", "DIVIDE_BY_ZERO", 1, 0)]
    [TestCase("div", "ARITHMETIC_OVERFLOW", long.MinValue, -1)]
    public void A_value_that_cannot_be_computed_is_an_error_of_the_class_of_Spark(string function, string errorClass, params object?[] arguments)
    {
        var error = Assert.Throws<QueryException>(() => Evaluate.Call(function, arguments));
        Assert.That(error!.ErrorClass, Is.EqualTo(errorClass));
    }

    [Test]
    public void The_remainder_of_doubles_keeps_the_sign_of_a_zero() =>
        Assert.That(double.IsNegative((double)Evaluate.Call("%", -42, 1.5f)!), Is.True);

    [TestCase("41", new byte[] { 0x41 })]
    [TestCase("123", new byte[] { 0x01, 0x23 })]
    [TestCase("", new byte[0])]
    [TestCase("4G", null)]
    public void Unhex_reads_pairs_of_digits(string text, byte[]? expected) => Assert.That(Evaluate.Call("unhex", text), Is.EqualTo(expected));

    [TestCase("round", "int", 5, 1)]
    [TestCase("round", "double", "5", 1)]
    [TestCase("ceil", "bigint", 5)]
    [TestCase("ceil", "decimal(11,0)", 5, 0)]
    [TestCase("floor", "decimal(16,0)", 5.5, -1)]
    [TestCase("shiftleft", "int", (sbyte)1, 2)]
    [TestCase("abs", "double", "1")]
    [TestCase("log", "double", 2)]
    public void A_function_of_numbers_has_the_type_Spark_tells(string function, string type, params object?[] arguments) =>
        Assert.That(Evaluate.TypeOf(function, arguments), Is.EqualTo(type));

    [Test]
    public void The_digits_of_a_rounded_decimal_follow_the_number_of_digits_asked_for()
    {
        var number = Evaluate.Decimal("1234.567", 10, 3);
        Assert.Multiple(() =>
        {
            Assert.That(Evaluate.TypeOf("round", number, 2), Is.EqualTo("decimal(10,2)"));
            Assert.That(Evaluate.Call("round", number, 2), Is.EqualTo("1234.57"));
            Assert.That(Evaluate.TypeOf("round", number, 9), Is.EqualTo("decimal(11,3)"));
            Assert.That(Evaluate.TypeOf("round", number, -2), Is.EqualTo("decimal(8,0)"));
            Assert.That(Evaluate.Call("round", number, -2), Is.EqualTo("1200"));
            Assert.That(Evaluate.Call("round", number, -5), Is.EqualTo("0"));
            Assert.That(Evaluate.Call("ceil", number, 1), Is.EqualTo("1234.6"));
            Assert.That(Evaluate.TypeOf("ceil", number), Is.EqualTo("decimal(8,0)"));
            Assert.That(Evaluate.Call("floor", Evaluate.Decimal("-1234.567", 10, 3)), Is.EqualTo("-1235"));
            Assert.That(Evaluate.Call("bround", Evaluate.Decimal("2.5", 10, 1)), Is.EqualTo("2"));
        });
    }
}
