using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan;

namespace SparkEtl.Spark.Sql;

/// <summary>Several columns that one <see cref="Column"/> stands for, as in <c>df["*"]</c> and <c>ColRegex</c>; they are spread out where columns are listed.</summary>
internal sealed record ColumnsSyntax(Seq<ExpressionSyntax> Columns) : ExpressionSyntax
{
    /// <summary>The columns' syntax, with several where one column stands for several.</summary>
    public static Seq<ExpressionSyntax> Spread(IEnumerable<Column> columns) => columns
        .SelectMany(c => c is null ? throw new ArgumentNullException(nameof(columns)) : c.Syntax is ColumnsSyntax many ? many.Columns : [c.Syntax])
        .ToSeq();

    public override string ToString() => string.Join(", ", Columns);
}
