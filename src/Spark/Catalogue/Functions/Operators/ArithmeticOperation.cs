using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions.Operators;

/// <summary>An arithmetic operator of two operands.</summary>
/// <param name="Symbol">As Spark writes it.</param>
/// <param name="Rule">Which numbers it takes.</param>
/// <param name="DecimalResult">What it gives of two decimals; for <c>div</c> what the quotient must fit.</param>
internal sealed record ArithmeticOperation(string Symbol, OperandRule Rule, Func<DecimalType, DecimalType, DecimalType> DecimalResult)
{
    public static readonly ArithmeticOperation Add = new("+", OperandRule.Additive, DecimalResults.Sum);
    public static readonly ArithmeticOperation Subtract = new("-", OperandRule.Additive, DecimalResults.Sum);
    public static readonly ArithmeticOperation Multiply = new("*", OperandRule.Numeric, DecimalResults.Product);
    public static readonly ArithmeticOperation Divide = new("/", OperandRule.Division, DecimalResults.Quotient);
    public static readonly ArithmeticOperation IntegralDivide = new("div", OperandRule.IntegralDivision, DecimalResults.WholeQuotient);
    public static readonly ArithmeticOperation Remainder = new("%", OperandRule.Numeric, DecimalResults.Remainder);
    public static readonly ArithmeticOperation PositiveRemainder = new("pmod", OperandRule.Numeric, DecimalResults.Remainder);
}
