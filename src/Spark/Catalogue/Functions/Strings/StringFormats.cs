using SparkEtl.Spark.Catalogue.Functions.Operators;
using SparkEtl.Spark.Catalogue.Kernels.Formats;
using SparkEtl.Spark.Catalogue.Kernels.Text;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions.Strings;

/// <summary>Numbers and values as text by a format, and back; texts as sentences.</summary>
internal static class StringFormats
{
    // What Spark takes a double for where it wants a decimal of any kind.
    private static readonly DecimalType OfDouble = SqlTypes.Decimal(30, 15);
    private static readonly DecimalType OfFloat = SqlTypes.Decimal(14, 7);
    private static readonly DecimalType OfText = SqlTypes.Decimal(38, 18);
    private static readonly DecimalType OfNothing = SqlTypes.Decimal(10, 0);

    private static readonly TypeRule Decimal = new("a number", e => e.Type switch
    {
        DecimalType => e.Type,
        IntegralType i => Coercion.DecimalOf(i),
        FloatType => OfFloat,
        DoubleType => OfDouble,
        StringType or NullType => OfText,
        _ => null,
    });

    public static IEnumerable<Function> All =>
    [
        StringFunctions.Of(
            "format_number",
            Signature.OneOf(
                Signature.Of(Returns.String.MaybeNull(), Accepts.OnlyNumber, Accepts.OnlyString),
                Signature.Of(Returns.String.MaybeNull(), Accepts.OnlyNumber, Takes.Int)),
            Rendering.Kernel(site => new Kernel(FormatNumber(site))),
            canFail: true),
        StringFunctions.Of(
            "format_string",
            Signature.Custom("(string, any...)", FormatString),
            Rendering.Kernel(site => new Kernel(PrintfFormat.For(site.Arguments)) { Variadic = true, SeesNulls = true }),
            canFail: true,
            aliases: ["printf"]),
        StringFunctions.Of(
            "to_char",
            Signature.Custom("(decimal, constant string)", ToText),
            Rendering.Rewrite((arguments, type) => WithTemplate(arguments, type, TextKernel)),
            aliases: ["to_varchar"]),
        ToNumber("to_number", false),
        ToNumber("try_to_number", true),
        StringFunctions.Of(
            "sentences",
            Signature.Of(
                Returns.Type(SqlTypes.ArrayOf(SqlTypes.ArrayOf(SqlTypes.String, false), false)).MaybeNull(),
                Takes.String,
                Parameter.Option(Takes.String, Literal.Of(string.Empty)),
                Parameter.Option(Takes.String, Literal.Of(string.Empty))),
            Rendering.Kernel(_ => new Kernel((string? text, string? language, string? country) => text is null ? null : Sentences.Split(text)) { SeesNulls = true }),
            note: "The embedded engine divides by English rules, whatever the language."),
    ];

    private static Function ToNumber(string name, bool @try) => StringFunctions.Of(
        name,
        Signature.Custom("(string, constant string)", (function, arguments) => Number(function, arguments, @try)),
        Rendering.Rewrite((arguments, type) => WithTemplate(arguments, type, (template, _) => @try
            ? (string text) => TextToTemplatedNumber.TryParse(text, template)
            : (string text) => TextToTemplatedNumber.Parse(text, template))),
        canFail: !@try);

    private static Delegate FormatNumber(KernelSite site)
    {
        var formats = new NumberFormats();
        Func<object, NumberPattern, string> format = site.Arguments[0] switch
        {
            DoubleType => (v, p) => p.Format((double)v),
            FloatType => (v, p) => p.Format((float)v),
            DecimalType => (v, p) => p.Format(ExactNumber.Of((DecimalValue)v)),
            _ => (v, p) => p.Format(ExactNumber.Of(Convert.ToInt64(v, System.Globalization.CultureInfo.InvariantCulture))),
        };
        return site.Arguments[1] is StringType
            ? (object value, string pattern) => format(value, formats.Get(pattern))
            : (object value, int places) => NumberFormats.Places(places) is { } pattern ? format(value, pattern) : null;
    }

    private static Resolution FormatString(string function, Seq<Expression> arguments)
    {
        if (arguments.Count == 0)
        {
            throw Signature.WrongCount(function, "a format and values", 0);
        }

        var format = Takes.String.Coerce(arguments[0]) ?? throw Signature.WrongType(function, 0, "string", arguments[0]);
        return new Resolution([Coercion.CastTo(arguments[0], format), .. arguments.Skip(1)], SqlTypes.String, arguments[0].Nullable);
    }

    private static Resolution ToText(string function, Seq<Expression> arguments)
    {
        var all = Signature.Of(Returns.String, Decimal, Takes.String).Resolve(function, arguments);
        _ = Template(function, all.Arguments);
        return all;
    }

    private static Resolution Number(string function, Seq<Expression> arguments, bool @try)
    {
        var all = Signature.Of(Returns.Type(OfNothing), Takes.String, Takes.String).Resolve(function, arguments);
        var type = Template(function, all.Arguments) is { } template ? SqlTypes.Decimal(template.Precision, template.Scale) : OfNothing;
        return all with { Type = type, Nullable = @try || all.Nullable };
    }

    private static NumberTemplate? Template(string function, Seq<Expression> arguments) =>
        Accepts.ConstantText(function, 1, arguments[1]) is { } text ? NumberTemplate.Read(text) : null;

    private static Expression WithTemplate(Seq<Expression> arguments, DataType type, Func<NumberTemplate, DataType, Delegate> kernel) =>
        arguments[0] is not Literal { Value: null } && Template("to_char", arguments) is { } template
            ? Primitive.Kernel($"by {template.Text}", kernel(template, arguments[0].Type)).Call(type, arguments[0])
            : TypedNull.Of(type);

    private static Delegate TextKernel(NumberTemplate template, DataType from)
    {
        var scale = ((DecimalType)from).Scale;
        return (Int128 unscaled) => NumberToText.Format(new DecimalValue(unscaled, scale), template);
    }
}
