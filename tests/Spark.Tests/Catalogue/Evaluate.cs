using System.Globalization;
using System.Reflection;
using System.Runtime.ExceptionServices;
using SparkEtl.Spark.Catalogue;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Tests.Catalogue;

/// <summary>
/// Computes calls over constants without an engine: signature, rewriting, kernel. Casts between numbers are done here; what the engine does with
/// text of its own is not tested this way.
/// </summary>
internal static class Evaluate
{
    /// <summary>The value of a call; decimals as their text.</summary>
    public static object? Call(string name, params object?[] arguments) => Shown(Value(Resolve(name, arguments)), Resolve(name, arguments).Type);

    /// <summary>The type of a call.</summary>
    public static string TypeOf(string name, params object?[] arguments) => Resolve(name, arguments).Type.SimpleString;

    /// <summary>A decimal constant.</summary>
    public static Literal Decimal(string text, int precision, int scale) =>
        new(new DecimalValue(Int128.Parse(Shift(text, scale), CultureInfo.InvariantCulture), scale), SqlTypes.Decimal(precision, scale));

    public static object? Value(Expression expression) => expression switch
    {
        Literal { Value: DecimalValue d } => d.Unscaled,
        Literal literal => literal.Value,
        Cast cast => Converted(Value(cast.Of), cast.Of.Type, cast.To),
        Call call => Run(call),
        _ => throw new NotSupportedException($"{expression.GetType().Name} is not evaluated here."),
    };

    private static Call Resolve(string name, object?[] arguments)
    {
        var function = FunctionCatalogue.Get(name);
        var resolution = function.Signature.Resolve(name, arguments.Select(Constant).ToSeq());
        return new Call(function, resolution.Arguments, resolution.Type, resolution.Nullable);
    }

    private static Expression Constant(object? value) => value switch
    {
        Expression e => e,
        null => Literal.Null(SqlTypes.Null),
        int i => Literal.Of(i),
        long l => Literal.Of(l),
        string s => Literal.Of(s),
        bool b => Literal.Of(b),
        double d => new Literal(d, SqlTypes.Double),
        float f => new Literal(f, SqlTypes.Float),
        sbyte b => new Literal(b, SqlTypes.Byte),
        short s => new Literal(s, SqlTypes.Short),
        byte[] b => new Literal(b, SqlTypes.Binary),
        _ => throw new NotSupportedException(value.GetType().Name),
    };

    private static object? Run(Call call)
    {
        switch (call.Function.DuckDb)
        {
            case Rendering.NodeComposition composition:
                return Value(composition.Replace(call.Arguments, call.Type));
            case Rendering.ScalarKernel scalar:
                var kernel = scalar.Make(new KernelSite(call.Arguments.Map(a => a.Type), call.Type));
                var values = call.Arguments.Select(Value).ToArray();
                return !kernel.SeesNulls && values.Contains(null) ? null : Invoke(kernel, values);
            default:
                throw new NotSupportedException($"{call.Function} is text of the engine.");
        }
    }

    private static object? Invoke(Kernel kernel, object?[] values)
    {
        try
        {
            return kernel.Function.DynamicInvoke(kernel.Variadic ? [values] : values);
        }
        catch (TargetInvocationException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerException!);
            throw;
        }
    }

    private static object? Converted(object? value, DataType from, DataType to) => (value, to) switch
    {
        (null, _) => null,
        (Int128 d, DoubleType) => double.Parse(new DecimalValue(d, ((DecimalType)from).Scale).ToString(), CultureInfo.InvariantCulture),
        (Int128 d, DecimalType t) when from is DecimalType f && t.Scale >= f.Scale => d * Int128.Parse("1" + new string('0', t.Scale - f.Scale), CultureInfo.InvariantCulture),
        (_, DecimalType t) => Decimal(Convert.ToString(value, CultureInfo.InvariantCulture)!, t.Precision, t.Scale) is { Value: DecimalValue v } ? v.Unscaled : null,
        (_, DoubleType) => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        (_, FloatType) => Convert.ToSingle(value, CultureInfo.InvariantCulture),
        (double d, LongType) => (long)Math.Truncate(d),
        (_, LongType) => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        (_, IntegerType) => Convert.ToInt32(value, CultureInfo.InvariantCulture),
        (_, ShortType) => Convert.ToInt16(value, CultureInfo.InvariantCulture),
        (_, ByteType) => Convert.ToSByte(value, CultureInfo.InvariantCulture),
        (_, StringType) => Convert.ToString(value, CultureInfo.InvariantCulture),
        (int days, TimestampType or TimestampNtzType) when from is DateType => days * 86_400_000_000L,
        (long micros, DateType) => (int)Math.Floor(micros / 86_400_000_000.0),
        (long micros, TimestampType or TimestampNtzType) => micros,
        _ => throw new NotSupportedException($"{from.SimpleString} to {to.SimpleString} is not cast here."),
    };

    private static object? Shown(object? value, DataType type) =>
        value is Int128 unscaled ? new DecimalValue(unscaled, ((DecimalType)type).Scale).ToString() : value;

    private static string Shift(string text, int scale)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var digits = point < 0 ? 0 : text.Length - point - 1;
        return text.Replace(".", string.Empty, StringComparison.Ordinal) + new string('0', scale - digits);
    }
}
