using SparkEtl.Spark.Catalogue;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;
using Attribute = SparkEtl.Spark.Plan.Expressions.Attribute;

namespace SparkEtl.Spark.Plan.Binding;

/// <summary>What stands in FROM.</summary>
internal sealed partial class QueryBinder
{
    private Relation BindAliased(AliasedSyntax aliased, Scope? outer)
    {
        var source = Bind(aliased.Source, outer);
        return new Named(
            aliased.Columns.Count == 0 ? source : BindingError.Pointing(aliased.At, () => PlanBuilder.RenameAll(source, aliased.Columns)), aliased.Alias);
    }

    private Relation BindJoin(JoinSyntax join, Scope? outer)
    {
        var left = Bind(join.Left, outer);
        var right = Bind(join.Right, join.Lateral ? new Scope(left) { Outer = outer, Queries = this } : outer);
        return BindingError.Pointing(join.At, () => join switch
        {
            { Natural: true } => PlanBuilder.JoinNatural(left, right, join.Kind),
            { Using.Count: > 0 } => PlanBuilder.JoinUsing(left, right, join.Kind, join.Using),
            _ => PlanBuilder.Join(left, right, join.Kind, join.On, this, outer, join.Lateral),
        });
    }

    private Relation BindLateralView(LateralViewSyntax view, Scope? outer)
    {
        var source = Bind(view.Source, outer);
        var call = BindGenerator(view.Generator, new Scope(source) { Outer = outer, Queries = this });
        var isOuter = view.Outer || PlanBuilder.IsOuter(call);
        var generated = PlanBuilder.GeneratedColumns(call, view.Columns)
            .Map(a => a with { Qualifier = view.Alias, IsNullable = a.IsNullable || isOuter });
        return new Generate(source, call, isOuter, generated);
    }

    private static Call BindGenerator(CallSyntax syntax, Scope scope) =>
        new ExpressionBinder(scope).Bind(syntax) is Call { Function.Kind: FunctionKind.Generator } call
            ? call
            : throw BindingError.At(
                syntax.At, "UNSUPPORTED_GENERATOR.NOT_GENERATOR", $"{syntax.Name} gives no rows; a generator such as explode is expected here.");

    private Relation BindPivot(PivotSyntax pivot, Scope? outer)
    {
        var source = Bind(pivot.Source, outer);
        var scope = new Scope(source) { Outer = outer, Queries = this };
        var used = pivot.Columns.AddRange(pivot.Aggregates)
            .SelectMany(e => new ExpressionBinder(scope).Bind(e).Attributes()).ToHashSet();
        var keys = source.Output.Where(a => !used.Contains(a)).Select(a => (ExpressionSyntax)new ExactSyntax(a)).ToSeq();
        return PlanBuilder.Pivot(source, keys, pivot.Columns, pivot.Values, pivot.Aggregates, this);
    }

    private Relation BindTableFunction(TableFunctionSyntax function, Scope? outer)
    {
        var call = function.Call;
        if (call.Name == "range")
        {
            var numbers = call.Arguments.Map(a => Number(a, "range") ?? 0);
            return numbers.Count switch
            {
                1 => Range(0, numbers[0], 1, null),
                2 => Range(numbers[0], numbers[1], 1, null),
                3 => Range(numbers[0], numbers[1], numbers[2], null),
                4 => Range(numbers[0], numbers[1], numbers[2], (int)numbers[3]),
                _ => throw BindingError.At(function.At, "WRONG_NUM_ARGS.WITHOUT_SUGGESTION", $"range takes 1 to 4 numbers, got {numbers.Count}."),
            };
        }

        // The arguments may refer to the relations to the left of a LATERAL.
        var generator = BindGenerator(call, new Scope(LocalData.OneRow) { Outer = outer, Queries = this });
        return new Generate(LocalData.OneRow, generator, PlanBuilder.IsOuter(generator), PlanBuilder.GeneratedColumns(generator, []));
    }

    private static RangeData Range(long start, long end, long step, int? partitions) => step == 0
        ? throw new AnalysisException("INVALID_PARAMETER_VALUE", "The step of range cannot be zero.")
        : new RangeData(start, end, step, partitions, Attribute.New("id", SqlTypes.Long, nullable: false));

    private Relation BindSample(TableSampleSyntax sample, Scope? outer)
    {
        var source = Bind(sample.Source, outer);
        return sample.Rows is { } rows
            ? PlanBuilder.Limit(source, rows)
            : new Sample(source, 0, sample.Percent!.Value / 100, WithReplacement: false, sample.Seed ?? 0);
    }
}
