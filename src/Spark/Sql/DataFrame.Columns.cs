using SparkEtl.Spark.Parsing;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Binding;

namespace SparkEtl.Spark.Sql;

/// <content>Columns chosen, computed, renamed, dropped.</content>
public sealed partial class DataFrame
{
    /// <summary>The columns given; aggregates among them make one row of all rows.</summary>
    /// <param name="columns">Columns and expressions.</param>
    public DataFrame Select(params Column[] columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return With(PlanBuilder.Select(Plan, ColumnsSyntax.Spread(columns), Session.Queries));
    }

    /// <summary>The columns of those names.</summary>
    /// <param name="column">A name; <c>*</c> for all columns.</param>
    /// <param name="columns">More of them.</param>
    public DataFrame Select(string column, params string[] columns) => Select(ColumnNames.ToColumns(column, columns));

    /// <summary>Expressions written as Spark SQL.</summary>
    /// <param name="expressions">Such as <c>a + b AS total</c>.</param>
    /// <exception cref="AnalysisException">A text is no expression; the message points at the character.</exception>
    public DataFrame SelectExpr(params string[] expressions)
    {
        ArgumentNullException.ThrowIfNull(expressions);
        return With(PlanBuilder.Select(Plan, expressions.Select(SparkSqlParser.ParseExpression).ToSeq(), Session.Queries));
    }

    /// <summary>All columns, with one added, or replaced where one has that name.</summary>
    /// <param name="colName">Its name.</param>
    /// <param name="col">Its values.</param>
    public DataFrame WithColumn(string colName, Column col)
    {
        ArgumentNullException.ThrowIfNull(colName);
        ArgumentNullException.ThrowIfNull(col);
        return With(PlanBuilder.WithColumn(Plan, colName, col.Syntax, Session.Queries));
    }

    /// <summary>All columns, with one renamed; the frame as it is when none has the name.</summary>
    /// <param name="existingName">The name it has.</param>
    /// <param name="newName">The name it gets.</param>
    public DataFrame WithColumnRenamed(string existingName, string newName)
    {
        ArgumentNullException.ThrowIfNull(existingName);
        ArgumentNullException.ThrowIfNull(newName);
        return With(PlanBuilder.Rename(Plan, existingName, newName));
    }

    /// <summary>All columns but those; names that the frame lacks are passed over.</summary>
    /// <param name="colNames">Names, taken as they are: a point has no meaning.</param>
    public DataFrame Drop(params string[] colNames)
    {
        ArgumentNullException.ThrowIfNull(colNames);
        return With(PlanBuilder.Drop(Plan, colNames.ToSeq()));
    }

    /// <summary>All columns but that one; the frame as it is when it lacks the column.</summary>
    /// <param name="col">A column, not an expression.</param>
    public DataFrame Drop(Column col)
    {
        ArgumentNullException.ThrowIfNull(col);
        return With(PlanBuilder.Drop(Plan, col.Syntax));
    }

    /// <summary>Each row as a JSON object, in one column <c>value</c>; null fields are left out.</summary>
    public DataFrame ToJSON()
    {
        var all = new CallSyntax("struct", Plan.Output.Map(Bound));
        return With(PlanBuilder.Select(Plan, [new AliasSyntax(new CallSyntax("to_json", [all]), ["value"])]));
    }
}
