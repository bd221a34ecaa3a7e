namespace SparkEtl.Spark.Plan.Expressions;

/// <summary>One method a kind of expression: a new kind breaks the build wherever it is not handled.</summary>
internal abstract class ExpressionVisitor<TResult>
{
    public TResult Visit(Expression expression) => expression.Accept(this);

    public abstract TResult VisitLiteral(Literal literal);

    public abstract TResult VisitAttribute(Attribute attribute);

    public abstract TResult VisitAlias(Alias alias);

    public abstract TResult VisitCast(Cast cast);

    public abstract TResult VisitCall(Call call);

    public abstract TResult VisitAggregateCall(AggregateCall call);

    public abstract TResult VisitWindowCall(WindowCall call);

    public abstract TResult VisitCaseWhen(CaseWhen caseWhen);

    public abstract TResult VisitGetField(GetField getField);

    public abstract TResult VisitLambda(Lambda lambda);

    public abstract TResult VisitLambdaVariable(LambdaVariable variable);

    public abstract TResult VisitScalarSubquery(ScalarSubquery subquery);

    public abstract TResult VisitExists(Exists exists);

    public abstract TResult VisitInSubquery(InSubquery inSubquery);

    public abstract TResult VisitSqlText(SqlText text);
}
