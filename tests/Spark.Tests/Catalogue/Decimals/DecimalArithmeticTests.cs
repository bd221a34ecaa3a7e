using System.Numerics;
using SparkEtl.Spark.Catalogue;
using SparkEtl.Spark.Catalogue.Functions.Operators;
using SparkEtl.Spark.Catalogue.Kernels.Decimals;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Tests.Catalogue.Decimals;

public sealed class DecimalArithmeticTests
{
    private static readonly ArithmeticOperation[] Operations =
    [
        ArithmeticOperation.Add, ArithmeticOperation.Subtract, ArithmeticOperation.Multiply, ArithmeticOperation.Divide, ArithmeticOperation.Remainder,
        ArithmeticOperation.PositiveRemainder,
    ];

    [TestCase("/", "10", 18, 2, "3", 18, 2, "decimal(38,20)", "3.33333333333333333333")]
    [TestCase("/", "1", 38, 10, "3", 38, 10, "decimal(38,6)", "0.333333")]
    [TestCase("*", "10", 18, 2, "3.33", 18, 2, "decimal(37,4)", "33.3000")]
    [TestCase("*", "12345678901234567890.12", 38, 10, "98765.4321", 38, 10, "decimal(38,6)", "1219326311248285321124487.120852")]
    [TestCase("%", "1.5", 5, 1, "0.4", 5, 1, "decimal(5,1)", "0.3")]
    [TestCase("*", "0.001", 38, 18, "0.001", 38, 18, "decimal(38,6)", "0.000001")]
    [TestCase("/", "0.001", 38, 18, "0.001", 38, 18, "decimal(38,6)", "1.000000")]
    [TestCase("+", "0.001", 38, 18, "0.001", 38, 18, "decimal(38,17)", "0.00200000000000000")]
    [TestCase("-", "99999999999999999999.5", 38, 17, "-0.5", 38, 17, "decimal(38,16)", "100000000000000000000.0000000000000000")]
    public void Two_decimals_give_the_digits_that_Spark_gives(
        string symbol, string left, int lp, int ls, string right, int rp, int rs, string type, string expected)
    {
        var (l, r) = (Evaluate.Decimal(left, lp, ls), Evaluate.Decimal(right, rp, rs));
        Assert.Multiple(() =>
        {
            Assert.That(Evaluate.TypeOf(symbol, l, r), Is.EqualTo(type));
            Assert.That(Evaluate.Call(symbol, l, r), Is.EqualTo(expected));
        });
    }

    [Test]
    public void A_whole_quotient_of_decimals_is_a_bigint() =>
        Assert.That(Evaluate.Call("div", Evaluate.Decimal("7", 5, 2), Evaluate.Decimal("2", 5, 2)), Is.EqualTo(3L));

    [Test]
    public void A_constant_next_to_a_decimal_has_only_the_digits_it_needs() =>
        Assert.That(Evaluate.TypeOf("/", Evaluate.Decimal("12.50", 10, 2), 3), Is.EqualTo("decimal(14,6)"));

    [Test]
    public void A_product_of_too_many_digits_is_an_error_or_null()
    {
        var large = Evaluate.Decimal("99999999999999999999999999999999999999", 38, 0);
        Assert.Multiple(() =>
        {
            Assert.That(Assert.Throws<QueryException>(() => Evaluate.Call("*", large, large))!.ErrorClass, Is.EqualTo("NUMERIC_VALUE_OUT_OF_RANGE"));
            Assert.That(Assert.Throws<QueryException>(() => Evaluate.Call("+", large, large))!.ErrorClass, Is.EqualTo("NUMERIC_VALUE_OUT_OF_RANGE"));
            Assert.That(Evaluate.Call("try_multiply", large, large), Is.Null);
            Assert.That(Assert.Throws<QueryException>(() => Evaluate.Call("/", large, Evaluate.Decimal("0", 38, 0)))!.ErrorClass, Is.EqualTo("DIVIDE_BY_ZERO"));
        });
    }

    [Test]
    public void Random_decimals_of_any_type_agree_with_exact_fractions()
    {
        var random = new Random(7);
        for (var i = 0; i < 200_000; i++)
        {
            var (left, right) = (RandomType(random), RandomType(random));
            var (a, b) = (RandomValue(random, left.Precision), RandomValue(random, right.Precision));
            if (b == 0)
            {
                continue;
            }

            var operation = Operations[random.Next(Operations.Length)];
            var result = operation.DecimalResult(left, right);
            var arithmetic = new DecimalArithmetic(left.Scale, right.Scale, result);
            var actual = operation.Symbol switch
            {
                "+" => arithmetic.Add(a, b),
                "-" => arithmetic.Subtract(a, b),
                "*" => arithmetic.Multiply(a, b),
                "/" => arithmetic.Divide(a, b),
                "%" => arithmetic.Remainder(a, b),
                _ => arithmetic.PositiveRemainder(a, b),
            };

            Assert.That(
                actual, Is.EqualTo(Exactly(operation.Symbol, a, left.Scale, b, right.Scale, result)),
                $"{a}e-{left.Scale} {operation.Symbol} {b}e-{right.Scale} as {result.SimpleString}");
        }
    }

    // The result as a fraction, then rounded by comparing twice the rest with the divisor.
    private static Int128? Exactly(string symbol, BigInteger a, int aScale, BigInteger b, int bScale, DecimalType result)
    {
        var scale = Math.Max(aScale, bScale);
        var (x, y) = (a * BigInteger.Pow(10, scale - aScale), b * BigInteger.Pow(10, scale - bScale));
        var one = BigInteger.Pow(10, scale);
        var (numerator, denominator) = symbol switch
        {
            "+" => (x + y, one),
            "-" => (x - y, one),
            "*" => (x * y, one * one),
            "/" => (x, y),
            "%" => (x % y, one),
            _ => (x % y < 0 ? ((x % y) + y) % y : x % y, one),
        };
        numerator *= BigInteger.Pow(10, result.Scale);
        var negative = numerator.Sign * denominator.Sign < 0;
        var size = ((BigInteger.Abs(numerator) * 2) + BigInteger.Abs(denominator)) / (BigInteger.Abs(denominator) * 2);
        return size >= BigInteger.Pow(10, result.Precision) ? null : (Int128)(negative ? -size : size);
    }

    private static DecimalType RandomType(Random random)
    {
        var precision = random.Next(1, 39);
        return SqlTypes.Decimal(precision, random.Next(0, precision + 1));
    }

    private static Int128 RandomValue(Random random, int precision)
    {
        var digits = random.Next(1, precision + 1);
        var text = random.Next(4) == 0
            ? new string('9', digits)
            : string.Concat(Enumerable.Range(0, digits).Select(_ => (char)('0' + random.Next(10))));
        var value = Int128.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        return random.Next(2) == 0 ? -value : value;
    }
}
