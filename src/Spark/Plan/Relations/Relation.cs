namespace SparkEtl.Spark.Plan.Relations;

/// <summary>A bound query: rows with a known schema. Valid once constructed.</summary>
internal abstract record Relation
{
    /// <summary>Its columns, in order.</summary>
    public abstract Seq<Expressions.Attribute> Output { get; }

    /// <summary>The relations it reads.</summary>
    public abstract Seq<Relation> Inputs { get; }

    /// <summary>The same node over other inputs, as many as <see cref="Inputs"/> has.</summary>
    public abstract Relation WithInputs(Seq<Relation> inputs);

    /// <summary>Calls the visitor's method for this kind of node.</summary>
    public abstract TResult Accept<TResult>(RelationVisitor<TResult> visitor);
}

/// <summary>A relation over one other.</summary>
internal abstract record UnaryRelation(Relation Input) : Relation
{
    public override Seq<Expressions.Attribute> Output => Input.Output;

    public sealed override Seq<Relation> Inputs => [Input];

    public sealed override Relation WithInputs(Seq<Relation> inputs) => this with { Input = inputs[0] };
}

/// <summary>A relation that reads no other.</summary>
internal abstract record LeafRelation : Relation
{
    public sealed override Seq<Relation> Inputs => [];

    public sealed override Relation WithInputs(Seq<Relation> inputs) => this;
}
