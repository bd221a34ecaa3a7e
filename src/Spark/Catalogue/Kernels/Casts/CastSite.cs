using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Kernels.Casts;

/// <summary>Makes the conversions of one pair of types: raising an error on a value that does not fit, or giving null with try.</summary>
internal sealed record CastSite(DataType From, DataType To, bool Try)
{
    /// <summary>A conversion that never fails.</summary>
    public Conversion Total<TIn, TOut>(Func<TIn, TOut> convert)
        where TIn : notnull
        where TOut : notnull =>
        new(convert, Boxed<TIn>(value => convert(value)));

    /// <summary>A conversion whose null is a value that does not fit.</summary>
    public Conversion Partial<TIn, TOut>(Func<TIn, TOut?> convert, Func<TIn, Exception> error)
        where TIn : notnull
        where TOut : struct
    {
        if (Try)
        {
            return Nullable(convert);
        }

        TOut Strict(TIn value) => convert(value) ?? throw error(value);
        return new((Func<TIn, TOut>)Strict, Boxed<TIn>(value => Strict(value)));
    }

    /// <summary>A conversion whose null is a null, with try and without.</summary>
    public Conversion Nullable<TIn, TOut>(Func<TIn, TOut?> convert)
        where TIn : notnull
        where TOut : struct =>
        new(convert, Boxed<TIn>(value => convert(value)));

    public Conversion PartialInvalid<TIn, TOut>(Func<TIn, TOut?> convert)
        where TIn : notnull
        where TOut : struct => Partial(convert, value => CastErrors.Invalid(value, From, To));

    public Conversion PartialOverflow<TIn, TOut>(Func<TIn, TOut?> convert)
        where TIn : notnull
        where TOut : struct => Partial(convert, value => CastErrors.Overflow(Shown(value), From, To));

    /// <summary>A conversion to the decimal type <see cref="To"/>.</summary>
    public Conversion ToDecimal<TIn>(Func<TIn, Int128?> convert)
        where TIn : notnull => Partial(convert, value => CastErrors.OutOfRange(Shown(value), (DecimalType)To));

    // A decimal of its own is its unscaled value; inside an array, a map or a struct it carries its scale.
    private Func<object, object?> Boxed<TIn>(Func<TIn, object?> convert)
        where TIn : notnull
    {
        Func<object, object?> read = typeof(TIn) == typeof(Int128)
            ? value => convert((TIn)(object)((DecimalValue)value).Unscaled)
            : value => convert((TIn)value);
        return To is DecimalType to
            ? value => read(value) is Int128 unscaled ? new DecimalValue(unscaled, to.Scale) : null
            : read;
    }

    private object Shown<TIn>(TIn value)
        where TIn : notnull => value is Int128 unscaled && From is DecimalType d ? new DecimalValue(unscaled, d.Scale) : value;
}

/// <summary>One conversion, as a kernel's function and over boxed values for what is nested.</summary>
internal sealed record Conversion(Delegate Function, Func<object, object?> Boxed);
