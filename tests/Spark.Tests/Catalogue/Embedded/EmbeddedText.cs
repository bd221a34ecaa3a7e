using System.Globalization;
using SparkEtl.Spark.Catalogue;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql.Types;
using Attribute = SparkEtl.Spark.Plan.Expressions.Attribute;

namespace SparkEtl.Spark.Tests.Catalogue.Embedded;

/// <summary>
/// Writes an expression as the embedded engine's SQL, as far as tests of single functions need it: an attribute is a column of its name, a cast
/// is the engine's own.
/// </summary>
internal sealed class EmbeddedText(KernelRegistration kernels) : ExpressionVisitor<string>
{
    private string over = string.Empty;
    private string distinct = string.Empty;
    private bool windowed;

    public static string TypeName(DataType type) => type switch
    {
        ByteType => "TINYINT",
        ShortType => "SMALLINT",
        IntegerType or YearMonthIntervalType or NullType => "INTEGER",
        LongType or DayTimeIntervalType => "BIGINT",
        FloatType => "FLOAT",
        DoubleType => "DOUBLE",
        DecimalType d => $"DECIMAL({d.Precision},{d.Scale})",
        StringType => "VARCHAR",
        BinaryType => "BLOB",
        BooleanType => "BOOLEAN",
        DateType => "DATE",
        TimestampType or TimestampNtzType => "TIMESTAMP",
        ArrayType a => $"{TypeName(a.ElementType)}[]",
        MapType m => $"MAP({TypeName(m.KeyType)}, {TypeName(m.ValueType)})",
        StructType s => $"STRUCT({string.Join(", ", s.Fields.Select(f => $"\"{f.Name}\" {TypeName(f.DataType)}"))})",
        _ => throw new NotSupportedException(type.SimpleString),
    };

    public override string VisitLiteral(Literal literal) => (literal.Value, literal.Type) switch
    {
        (null, var type) => $"CAST(NULL AS {TypeName(type)})",
        (int days, DateType) => $"CAST(CAST('1970-01-01' AS DATE) + {days} AS DATE)",
        (long micros, TimestampType or TimestampNtzType) => $"make_timestamp({micros})",
        (byte[] bytes, _) => $"unhex('{Convert.ToHexString(bytes)}')",
        (bool value, _) => value ? "true" : "false",
        (string text, _) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        (DecimalValue value, var type) => $"CAST('{value}' AS {TypeName(type)})",
        (IFormattable value, var type) => $"CAST('{value.ToString(value is double or float ? "R" : null, CultureInfo.InvariantCulture)}' AS {TypeName(type)})",
        (var value, var type) => throw new NotSupportedException($"{value} of {type.SimpleString}"),
    };

    public override string VisitAttribute(Attribute attribute) => $"\"{attribute.Name}\"";

    public override string VisitAlias(Alias alias) => Visit(alias.Of);

    public override string VisitCast(Cast cast) => $"{(cast.Try ? "TRY_" : string.Empty)}CAST({Visit(cast.Of)} AS {TypeName(cast.Type)})";

    public override string VisitCall(Call call) => Write(call.Function, call.Arguments, call.Type, call.IgnoreNulls);

    public override string VisitAggregateCall(AggregateCall call)
    {
        var before = (over, distinct);
        if (call.Filter is not null)
        {
            var filter = new EmbeddedText(kernels).Visit(call.Filter);
            over = $" FILTER (WHERE {filter}){over}";
        }

        distinct = call.Distinct ? "DISTINCT " : distinct;
        var text = Write(call.Function, call.Arguments, call.Type, call.IgnoreNulls);
        (over, distinct) = before;
        return text;
    }

    public override string VisitWindowCall(WindowCall call)
    {
        var inner = new EmbeddedText(kernels);
        var partition = call.PartitionBy.Count == 0 ? string.Empty : "PARTITION BY " + string.Join(", ", call.PartitionBy.Map(inner.Visit));
        var order = call.OrderBy.Count == 0 ? string.Empty : " ORDER BY " + string.Join(", ", call.OrderBy.Map(o =>
            $"{inner.Visit(o.Of)} {(o.Descending ? "DESC" : "ASC")} NULLS {(o.NullsFirst ? "FIRST" : "LAST")}"));
        var frame = call.Frame is null ? string.Empty : $" {(call.Frame.Rows ? "ROWS" : "RANGE")} BETWEEN {Bound(call.Frame.Start)} AND {Bound(call.Frame.End)}";
        (over, windowed) = ($" OVER ({partition}{order}{frame})", true);
        var text = Visit(call.Function);
        (over, windowed) = (string.Empty, false);
        return text;

        string Bound(FrameBound bound) => bound.Kind switch
        {
            FrameBoundKind.UnboundedPreceding => "UNBOUNDED PRECEDING",
            FrameBoundKind.Preceding => $"{bound.Offset!.Value} PRECEDING",
            FrameBoundKind.CurrentRow => "CURRENT ROW",
            FrameBoundKind.Following => $"{bound.Offset!.Value} FOLLOWING",
            _ => "UNBOUNDED FOLLOWING",
        };
    }

    public override string VisitCaseWhen(CaseWhen caseWhen) => "CASE" + string.Concat(caseWhen.Branches.Select(b =>
        $" WHEN {Visit(b.When)} THEN {Visit(b.Then)}")) + (caseWhen.Else is null ? string.Empty : $" ELSE {Visit(caseWhen.Else)}") + " END";

    public override string VisitGetField(GetField getField) => $"struct_extract({Visit(getField.Of)}, '{getField.Field.Name}')";

    public override string VisitLambda(Lambda lambda) => $"lambda {string.Join(", ", lambda.Parameters.Map(p => Visit(p)))}: {Visit(lambda.Body)}";

    public override string VisitLambdaVariable(LambdaVariable variable) => kernels.NameOf(variable.Id);

    public override string VisitScalarSubquery(ScalarSubquery subquery) => throw new NotSupportedException();

    public override string VisitExists(Exists exists) => throw new NotSupportedException();

    public override string VisitInSubquery(InSubquery inSubquery) => throw new NotSupportedException();

    private string Write(Function function, Seq<Expression> arguments, DataType type, bool ignoreNulls)
    {
        if (function.DuckDb is Rendering.NodeComposition composition)
        {
            return Visit(composition.Replace(arguments, type));
        }

        // What decorates an aggregate does not decorate what it is made of.
        var outer = (over, distinct, windowed);
        if (function.Kind is FunctionKind.Aggregate or FunctionKind.Window)
        {
            (over, distinct, windowed) = (string.Empty, string.Empty, false);
        }

        var texts = arguments.Map(Visit);
        (over, distinct, windowed) = outer;
        var decorates = function.Kind != FunctionKind.Scalar;
        string Plain(string name) => $"{name}({(decorates ? distinct : string.Empty)}{string.Join(", ", texts)}){(decorates ? over : string.Empty)}";
        return function.DuckDb switch
        {
            Rendering.NativeFunction native => native.CastResult ? $"CAST({Plain(native.Name)} AS {TypeName(type)})" : Plain(native.Name),
            Rendering.TextTemplate template => Decorate(Fill(template.Pattern, texts, type)),
            Rendering.TextComposition text => Decorate(text.Write(
                new RenderedCall(texts, arguments, type, TypeName, Visit) { IgnoreNulls = ignoreNulls, Windowed = windowed })),
            Rendering.ScalarKernel kernel => Plain(kernels.Register(kernel.Make(Site(arguments, type)), Site(arguments, type))),
            Rendering.AggregateKernelRendering kernel => Plain(kernels.Register(kernel.Make(Site(arguments, type)), Site(arguments, type))),
            Rendering.RefusedRendering refused => throw new SparkEtl.Spark.Sql.RefusedException(function.Name, refused.Reason),
            _ => throw new NotSupportedException(function.DuckDb.ToString()),
        };
    }

    private static KernelSite Site(Seq<Expression> arguments, DataType type) => new(arguments.Map(a => a.Type), type);

    private static string Fill(string pattern, Seq<string> texts, DataType type)
    {
        var text = pattern.Replace("{*}", string.Join(", ", texts), StringComparison.Ordinal).Replace("{type}", TypeName(type), StringComparison.Ordinal);
        for (var i = 0; i < texts.Count; i++)
        {
            text = text.Replace($"{{{i}}}", texts[i], StringComparison.Ordinal);
        }

        return text;
    }

    private string Decorate(string text) =>
        text.Replace("{over}", over, StringComparison.Ordinal).Replace("{distinct}", distinct, StringComparison.Ordinal);
}
