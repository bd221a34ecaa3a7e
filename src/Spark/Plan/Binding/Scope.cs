using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;
using SparkEtl.Utils.Errors;
using Attribute = SparkEtl.Spark.Plan.Expressions.Attribute;

namespace SparkEtl.Spark.Plan.Binding;

/// <summary>The names an expression can use: columns of relations, aliases written beside it, lambda parameters, and what an outer query has.</summary>
internal sealed class Scope
{
    private readonly Relation[] relations;
    private readonly Seq<Attribute> columns;

    /// <summary>Creates a scope over the columns of some relations.</summary>
    public Scope(params Relation[] relations)
    {
        this.relations = relations;
        columns = relations.Length == 1 ? relations[0].Output : relations.SelectMany(r => r.Output).ToSeq();
    }

    /// <summary>The scope of the query around this one, for correlated subqueries.</summary>
    public Scope? Outer { get; init; }

    /// <summary>Names that stand for expressions: select aliases in HAVING and ORDER BY, earlier items of the same SELECT.</summary>
    public IReadOnlyDictionary<string, Expression>? Aliases { get; init; }

    /// <summary>True when <see cref="Aliases"/> win over columns.</summary>
    public bool AliasesFirst { get; init; }

    /// <summary>Named windows of the SELECT.</summary>
    public IReadOnlyDictionary<string, WindowSyntax>? Windows { get; init; }

    /// <summary>Parameters of the lambda around, inner ones first.</summary>
    public Seq<LambdaVariable> Variables { get; init; } = [];

    /// <summary>Tables for subqueries inside expressions.</summary>
    public QueryBinder? Queries { get; init; }

    public Seq<Attribute> Columns => columns;

    /// <summary>This scope with lambda parameters in front.</summary>
    public Scope WithVariables(Seq<LambdaVariable> variables) => new(relations)
    {
        Outer = Outer,
        Aliases = Aliases,
        AliasesFirst = AliasesFirst,
        Windows = Windows,
        Queries = Queries,
        Variables = variables.AddRange(Variables),
    };

    /// <summary>The expression a name stands for.</summary>
    /// <exception cref="AnalysisException">No column has the name, or several have.</exception>
    public Expression Resolve(NameSyntax name) =>
        TryResolve(name) ?? throw BindingError.At(name.At, "UNRESOLVED_COLUMN.WITH_SUGGESTION", Unresolved(name));

    /// <summary>The expression a name stands for; null when there is none.</summary>
    public Expression? TryResolve(NameSyntax name)
    {
        for (var i = 0; i < Variables.Count; i++)
        {
            if (Same(Variables[i].Name, name.Parts[0]))
            {
                return Fields(Variables[i], name, 1);
            }
        }

        return (AliasesFirst ? Alias(name) ?? Column(name) : Column(name) ?? Alias(name)) ?? Outer?.TryResolve(name);
    }

    /// <summary>The attribute a bound column stands for here.</summary>
    public Attribute Resolve(BoundSyntax bound)
    {
        var found = relations.SelectMany(r => Origins.Find(r, bound.Attribute, bound.Origin)).Distinct().ToArray();
        return found.Length switch
        {
            1 => found[0],
            > 1 => throw BindingError.At(
                bound.At,
                "AMBIGUOUS_COLUMN_REFERENCE",
                $"The column '{bound.Attribute.Name}' is in both sides of a self join; name the sides with As(\"a\") and write Col(\"a.{bound.Attribute.Name}\")."),
            _ => Outer is not null ? Outer.Resolve(bound) : throw BindingError.At(
                bound.At,
                "MISSING_ATTRIBUTES.RESOLVED_ATTRIBUTE_MISSING_FROM_INPUT",
                $"The column '{bound.Attribute.Name}' of another DataFrame is not among the columns here: {Describe(columns)}."),
        };
    }

    /// <summary>The columns <c>*</c> or <c>t.*</c> stands for.</summary>
    public IEnumerable<Expression> Expand(StarSyntax star)
    {
        if (star.Qualifier.Count == 0)
        {
            return columns;
        }

        var qualified = columns.Where(c => c.Qualifier is not null && Same(c.Qualifier, star.Qualifier[^1])).ToArray();
        if (qualified.Length > 0)
        {
            return qualified;
        }

        return TryResolve(new NameSyntax(star.Qualifier)) is { Type: StructType type } of
            ? type.Fields.Select((field, i) => (Expression)Expressions.Alias.New(new GetField(of, i), field.Name))
            : throw BindingError.At(
                star.At,
                "CANNOT_RESOLVE_STAR_EXPAND",
                $"'{string.Join('.', star.Qualifier)}.*' names no table and no struct column; the columns here are {Describe(columns)}.");
    }

    private static bool Same(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);

    private static string Describe(Seq<Attribute> columns) => columns.Count switch
    {
        0 => "none",
        <= 30 => string.Join(", ", columns.Map(c => c.Name)),
        _ => string.Join(", ", columns.Take(30).Select(c => c.Name)) + $" and {columns.Count - 30} more",
    };

    private Expression? Column(NameSyntax name)
    {
        // table.column binds before column.field, as in Spark.
        for (var qualifiers = Math.Min(name.Parts.Count - 1, 3); qualifiers >= 0; qualifiers--)
        {
            var column = name.Parts[qualifiers];
            var qualifier = qualifiers == 0 ? null : name.Parts[qualifiers - 1];
            Attribute? found = null;
            foreach (var candidate in columns)
            {
                if (!Same(candidate.Name, column) || (qualifier is not null && (candidate.Qualifier is null || !Same(candidate.Qualifier, qualifier))))
                {
                    continue;
                }

                if (found is not null && !ReferenceEquals(found.Id, candidate.Id))
                {
                    throw BindingError.At(
                        name.At,
                        "AMBIGUOUS_REFERENCE",
                        $"The name '{string.Join('.', name.Parts)}' is ambiguous: {string.Join(", ", columns.Where(c => Same(c.Name, column)).Select(Qualified))} have it.");
                }

                found = candidate;
            }

            if (found is not null)
            {
                return Fields(found, name, qualifiers + 1);
            }
        }

        return null;
    }

    private static string Qualified(Attribute attribute) => attribute.Qualifier is null ? attribute.Name : $"{attribute.Qualifier}.{attribute.Name}";

    private Expression? Alias(NameSyntax name) =>
        Aliases is not null && Aliases.TryGetValue(name.Parts[0], out var expression) ? Fields(expression, name, 1) : null;

    private static Expression Fields(Expression expression, NameSyntax name, int from)
    {
        for (var i = from; i < name.Parts.Count; i++)
        {
            expression = ExpressionBinder.Field(expression, name.Parts[i], name.At);
        }

        return expression;
    }

    private string Unresolved(NameSyntax name)
    {
        var written = string.Join('.', name.Parts);
        var nearest = NearestName.Of(name.Parts[^1], columns.Map(c => c.Name));
        var hint = nearest is null ? string.Empty : $" Did you mean '{nearest}'?";
        return $"There is no column '{written}'.{hint} The columns are: {Describe(columns)}.";
    }
}
