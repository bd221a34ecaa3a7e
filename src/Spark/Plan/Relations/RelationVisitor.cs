namespace SparkEtl.Spark.Plan.Relations;

/// <summary>One method a kind of relation: a new kind breaks the build wherever it is not handled.</summary>
internal abstract class RelationVisitor<TResult>
{
    public TResult Visit(Relation relation) => relation.Accept(this);

    public abstract TResult VisitScan(Scan scan);

    public abstract TResult VisitLocalData(LocalData data);

    public abstract TResult VisitRangeData(RangeData range);

    public abstract TResult VisitProject(Project project);

    public abstract TResult VisitFilter(Filter filter);

    public abstract TResult VisitJoin(Join join);

    public abstract TResult VisitAggregate(Aggregate aggregate);

    public abstract TResult VisitGenerate(Generate generate);

    public abstract TResult VisitSort(Sort sort);

    public abstract TResult VisitLimit(Limit limit);

    public abstract TResult VisitTail(Tail tail);

    public abstract TResult VisitSetOperation(SetOperation operation);

    public abstract TResult VisitDistinct(Distinct distinct);

    public abstract TResult VisitDeduplicate(Deduplicate deduplicate);

    public abstract TResult VisitSample(Sample sample);

    public abstract TResult VisitNamed(Named named);

    public abstract TResult VisitRepartition(Repartition repartition);

    public abstract TResult VisitHint(Hint hint);

    public abstract TResult VisitObserve(Observe observe);

    public abstract TResult VisitPersisted(Persisted persisted);
}
