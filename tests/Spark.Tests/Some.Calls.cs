using System.Globalization;
using SparkEtl.Spark.Catalogue;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql.Types;
using Attribute = SparkEtl.Spark.Plan.Expressions.Attribute;

namespace SparkEtl.Spark.Tests;

/// <summary>Builders of expressions.</summary>
internal static partial class Some
{
    public static readonly Literal Null = Literal.Null(SqlTypes.Null);

    public static Expression Column(string name, DataType type) => Attribute.New(name, type);

    public static Literal Int(int? value) => value is { } v ? Literal.Of(v) : Literal.Null(SqlTypes.Integer);

    public static Literal Long(long? value) => value is { } v ? Literal.Of(v) : Literal.Null(SqlTypes.Long);

    public static Literal Double(double? value) => new(value, SqlTypes.Double);

    public static Literal Text(string? value) => value is null ? Literal.Null(SqlTypes.String) : Literal.Of(value);

    public static Literal Bool(bool? value) => value is { } v ? Literal.Of(v) : Literal.Null(SqlTypes.Boolean);

    /// <summary>A decimal from its text: <c>1.10</c>.</summary>
    public static Literal Decimal(string? value, int precision, int scale) => new(
        value is null ? null : new DecimalValue(Int128.Parse(value.Replace(".", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture), scale),
        SqlTypes.Decimal(precision, scale));

    public static Literal Date(string value) => new(DateOnly.Parse(value, CultureInfo.InvariantCulture).DayNumber - 719162, SqlTypes.Date);

    public static Literal Timestamp(string value) => new(
        (DateTime.SpecifyKind(DateTime.Parse(value, CultureInfo.InvariantCulture), DateTimeKind.Utc) - DateTime.UnixEpoch).Ticks / 10, SqlTypes.Timestamp);

    /// <summary>A call of a function of the catalogue, its arguments cast as the function wants them.</summary>
    public static Expression Call(string name, params Expression[] arguments)
    {
        var function = FunctionCatalogue.Get(name);
        var resolution = function.Signature.Resolve(name, [.. arguments]);
        return function.Kind == FunctionKind.Aggregate
            ? new AggregateCall(function, resolution.Arguments, resolution.Type, resolution.Nullable)
            : new Call(function, resolution.Arguments, resolution.Type, resolution.Nullable);
    }

    /// <summary>One row a value.</summary>
    public static Literal[][] Rows(params Literal[] values) => [.. values.Select(v => new[] { v })];

    /// <summary>The aggregate over an ordered window.</summary>
    public static WindowCall Window(Expression function, Expression orderBy, WindowFrame? frame = null) =>
        new(function, [], [new SortOrder(orderBy, Descending: false, NullsFirst: true)], frame);
}
