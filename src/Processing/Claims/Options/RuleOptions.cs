namespace SparkEtl.Processing.Claims.Options;

/// <summary>A rule: a row of the table stays while the expression is true or unknown.</summary>
/// <param name="Table">TREATMENT, CLAIM, INVOICE or INVOICE_ITEM.</param>
/// <param name="Name">What the report calls it; different within a table.</param>
/// <param name="Expression">A boolean expression in Spark SQL over the table's columns.</param>
public sealed record RuleOptions(string Table, string Name, string Expression);
