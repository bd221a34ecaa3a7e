using SparkEtl.Spark.Catalogue;
using SparkEtl.Spark.Catalogue.Kernels.Casts;
using SparkEtl.Spark.Parsing;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;
using SparkEtl.Utils.Errors;

namespace SparkEtl.Spark.Plan.Binding;

/// <summary>Syntax to bound expressions: names become attributes, calls find their function, implicit casts are put in.</summary>
internal sealed partial class ExpressionBinder(Scope scope)
{
    /// <summary>Binds one expression.</summary>
    public Expression Bind(ExpressionSyntax syntax) => Recursion.Run(() => BindNode(syntax));

    /// <summary>Binds a condition: it must be boolean.</summary>
    public Expression BindCondition(ExpressionSyntax syntax, string where)
    {
        var condition = Bind(syntax);
        return condition.Type switch
        {
            BooleanType => condition,
            NullType => Literal.Null(SqlTypes.Boolean),
            StringType => new Cast(condition, SqlTypes.Boolean, Try: false),
            _ => throw BindingError.At(
                syntax.At,
                "DATATYPE_MISMATCH.FILTER_NOT_BOOLEAN",
                $"{where} must be a boolean expression, found {SyntaxPrinter.Print(syntax)} of type {condition.Type.SimpleString}."),
        };
    }

    /// <summary>Binds an expression to sort by; a null order becomes Spark's default.</summary>
    public SortOrder BindSort(ExpressionSyntax syntax)
    {
        var sort = syntax as SortSyntax ?? new SortSyntax(syntax, Descending: false, NullsFirst: null);
        var of = Bind(sort.Of);
        if (!Coercion.IsOrderable(of.Type))
        {
            throw BindingError.At(
                syntax.At, "DATATYPE_MISMATCH.INVALID_ORDERING_TYPE", $"{of.Type.SimpleString} has no order, so {SyntaxPrinter.Print(sort.Of)} cannot be sorted by.");
        }

        return new SortOrder(of, sort.Descending, sort.NullsFirst ?? !sort.Descending);
    }

    /// <summary>A field of a struct, of each struct of an array, or the value of a map's key.</summary>
    public static Expression Field(Expression of, string name, Positioned at)
    {
        switch (of.Type)
        {
            case StructType type:
                var index = type.IndexOf(name);
                if (index < 0)
                {
                    var nearest = NearestName.Of(name, type.Fields.Select(f => f.Name));
                    throw BindingError.At(
                        at,
                        "FIELD_NOT_FOUND",
                        $"The struct has no field '{name}'{(nearest is null ? string.Empty : $"; did you mean '{nearest}'")}? Its fields: {string.Join(", ", type.Fields.Select(f => f.Name))}.");
                }

                return new GetField(of, index);
            case ArrayType { ElementType: StructType element }:
                var variable = new LambdaVariable(new AttributeId(), "x", element, true);
                return Resolve("transform", [of, new Lambda([variable], Field(variable, name, at))], at);
            case MapType:
                return Resolve("getitem", [of, Literal.Of(name)], at);
            default:
                throw BindingError.At(
                    at, "INVALID_EXTRACT_BASE_FIELD_TYPE", $"A field '{name}' can only be taken of a struct, an array of structs or a map, found {of.Type.SimpleString}.");
        }
    }

    /// <summary>A call of a function of the catalogue over bound arguments.</summary>
    public static Expression Resolve(string name, Seq<Expression> arguments, Positioned at = default)
    {
        var function = FunctionCatalogue.TryFind(name) ?? throw Unknown(name, at);
        var resolution = BindingError.Pointing(at, () => function.Signature.Resolve(name, arguments));
        return function.Kind == FunctionKind.Aggregate
            ? new AggregateCall(function, resolution.Arguments, resolution.Type, resolution.Nullable)
            : new Call(function, resolution.Arguments, resolution.Type, resolution.Nullable);
    }

    private static AnalysisException Unknown(string name, Positioned at)
    {
        var nearest = NearestName.Of(name, FunctionCatalogue.Names.Where(n => !n.StartsWith('$')));
        return BindingError.At(
            at, "UNRESOLVED_ROUTINE", $"There is no function '{name}'.{(nearest is null ? string.Empty : $" Did you mean '{nearest}'?")}");
    }

    private Expression BindNode(ExpressionSyntax syntax) => syntax switch
    {
        LiteralSyntax literal => new Literal(literal.Value, literal.Type),
        NameSyntax name => scope.TryResolve(name) ?? (BareCalls.Of(name) is { } call ? Bind(call) : scope.Resolve(name)),
        BoundSyntax bound => scope.Resolve(bound),
        ExactSyntax exact => exact.Expression,
        AliasSyntax alias => BindAlias(alias),
        CallSyntax call => BindCall(call),
        FieldSyntax field => Field(Bind(field.Of), field.Name, field.At),
        CastSyntax cast => BindCast(cast),
        CaseSyntax @case => BindCase(@case),
        OverSyntax over => BindOver(over),
        ScalarSubquerySyntax scalar => BindScalar(scalar),
        ExistsSyntax exists => new Exists(Queries(exists.At).Bind(exists.Query, scope)),
        InSubquerySyntax inQuery => BindIn(inQuery),
        SortSyntax sort => throw BindingError.At(sort.At, "INVALID_SYNTAX", "A sort direction has a meaning only in ORDER BY."),
        LambdaSyntax lambda => throw BindingError.At(
            lambda.At, "INVALID_LAMBDA_FUNCTION_CALL.NON_HIGHER_ORDER_FUNCTION", "A lambda can only be an argument of a function that takes one."),
        StarSyntax star => throw BindingError.At(star.At, "INVALID_USAGE_OF_STAR_OR_REGEX", "'*' can only be an item of SELECT or an argument of a call."),
        _ => throw new InvalidOperationException($"{syntax.GetType().Name} has no binding."),
    };

    private Expression BindAlias(AliasSyntax alias)
    {
        if (alias.Names.Count != 1)
        {
            throw BindingError.At(alias.At, "MULTI_ALIAS_WITHOUT_GENERATOR", "Several names need an expression that gives several columns, such as explode of a map.");
        }

        return Alias.New(Bind(alias.Of), alias.Names[0]);
    }

    private Expression BindCast(CastSyntax cast)
    {
        var of = Bind(cast.Of);
        if (CastRules.Check(of.Type, cast.Type, cast.Try) is { } errorClass)
        {
            throw BindingError.At(cast.At, errorClass, $"A {of.Type.SimpleString} cannot be cast to {cast.Type.SimpleString}.");
        }

        return of is Literal { Value: null }
            ? Literal.Null(cast.Type)
            : new Cast(of, cast.Type, cast.Try);
    }

    private Expression BindCase(CaseSyntax @case)
    {
        var conditions = @case.Branches.Map(b => @case.Operand is null
            ? BindCondition(b.When, "A condition of CASE")
            : Bind(new CallSyntax("=", [@case.Operand, b.When]) { At = b.When.At }));
        var values = @case.Branches.Map(b => Bind(b.Then));
        var otherwise = @case.Else is null ? null : Bind(@case.Else);
        var all = otherwise is null ? values : values.Add(otherwise);
        var type = Coercion.CommonType(all) ?? throw BindingError.At(
            @case.At,
            "DATATYPE_MISMATCH.DATA_DIFF_TYPES",
            $"The values of CASE must have one common type, found {string.Join(", ", all.Map(v => v.Type.SimpleString))}.");
        return new CaseWhen(
            conditions.Zip(values, (when, then) => new CaseBranch(when, Coercion.CastTo(then, type))).ToSeq(),
            otherwise is null ? null : Coercion.CastTo(otherwise, type));
    }

    private QueryBinder Queries(Positioned at) => scope.Queries
        ?? throw BindingError.At(at, "UNSUPPORTED_SUBQUERY_EXPRESSION_CATEGORY", "A subquery cannot stand here.");

    private ScalarSubquery BindScalar(ScalarSubquerySyntax scalar)
    {
        var query = Queries(scalar.At).Bind(scalar.Query, scope);
        return query.Output.Count == 1 ? new ScalarSubquery(query) : throw BindingError.At(
            scalar.At,
            "INVALID_SUBQUERY_EXPRESSION.SCALAR_SUBQUERY_RETURN_MORE_THAN_ONE_OUTPUT_COLUMN",
            $"A scalar subquery must give one column, found {query.Output.Count}.");
    }

    private InSubquery BindIn(InSubquerySyntax syntax)
    {
        var values = syntax.Values.Map(Bind);
        var query = Queries(syntax.At).Bind(syntax.Query, scope);
        if (values.Count != query.Output.Count)
        {
            throw BindingError.At(
                syntax.At,
                "DATATYPE_MISMATCH.IN_SUBQUERY_LENGTH_MISMATCH",
                $"IN compares {values.Count} value(s) with a query of {query.Output.Count} column(s).");
        }

        var types = values.Zip(query.Output, (v, c) => Coercion.CommonType(v.Type, c.Type) ?? throw BindingError.At(
            syntax.At, "DATATYPE_MISMATCH.IN_SUBQUERY_DATA_TYPE_MISMATCH", $"{v.Type.SimpleString} cannot be compared with {c.Type.SimpleString}.")).ToSeq();
        return new InSubquery(values.Zip(types, Coercion.CastTo).ToSeq(), PlanBuilder.CastColumns(query, types));
    }
}
