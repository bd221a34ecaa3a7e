using SparkEtl.Spark.Catalogue.Functions.Operators;
using SparkEtl.Spark.Catalogue.Kernels.Dates;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions.Dates;

/// <summary>Dates and timestamps moved on, and how far two are apart.</summary>
internal static class DateStepFunctions
{
    // A number of days is at most an int: a bigint is not cast down by itself here.
    private static readonly TypeRule Days = new("int, smallint or tinyint", e => e.Type switch
    {
        ByteType or ShortType or IntegerType => e.Type,
        StringType or NullType => SqlTypes.Integer,
        _ => null,
    });

    public static IEnumerable<Function> All =>
    [
        DateFunction.Of("date_add", Signature.Of(Returns.Date, Takes.Date, Days), Rendering.Template("({0} + CAST({1} AS INTEGER))"), "dateadd"),
        DateFunction.Of("date_sub", Signature.Of(Returns.Date, Takes.Date, Days), Rendering.Template("({0} - CAST({1} AS INTEGER))")),
        DateFunction.Of("datediff", Signature.Of(Returns.Int, Takes.Date, Takes.Date), Rendering.Template("CAST({0} - {1} AS INTEGER)"), "date_diff"),
        DateFunction.Of("add_months", Signature.Of(Returns.Date, Takes.Date, Takes.Int), Rendering.Kernel(DatetimeArithmetic.DatePlusMonths)),
        DateFunction.Of(
            "months_between",
            Signature.Of(Returns.Double, Takes.Timestamp, Takes.Timestamp, Parameter.Option(Operators.Signs.Boolean, Literal.True)),
            Rendering.Kernel(MonthArithmetic.Between)),
        DateFunction.Of("last_day", Signature.Of(Returns.Date, Takes.Date), Rendering.Native("last_day")),
        DateFunction.Of("next_day", Signature.Of(Returns.Date, Takes.Date, Takes.String), Rendering.Kernel(Weekdays.Next)),
        DateFunction.Of(
            "timestampadd",
            Signature.Custom("(unit, bigint, timestamp)", (f, a) => WithUnit(f, a, Takes.Long, Takes.AnyTimestamp, r => r[2].Type)),
            Rendering.Text(UnitCall("timestampadd")),
            Rendering.Kernel(_ => new Kernel(
                Looking((DatetimeUnit unit, long amount, long micros) => unit.Add(amount, micros))))),
        DateFunction.Of(
            "timestampdiff",
            Signature.Custom("(unit, timestamp, timestamp)", (f, a) => WithUnit(f, a, Takes.Timestamp, Takes.Timestamp, _ => SqlTypes.Long)),
            Rendering.Text(UnitCall("timestampdiff")),
            Rendering.Kernel(_ => new Kernel(
                Looking((DatetimeUnit unit, long start, long end) => unit.Between(start, end)))),
            "timediff"),
    ];

    private static Func<string, long, long, long> Looking(Func<DatetimeUnit, long, long, long> compute)
    {
        var units = new Kernels.TextLookup<DatetimeUnit>(name => DatetimeUnit.Of("timestampadd", name));
        return (unit, first, second) => compute(units.Get(unit), first, second);
    }

    private static Resolution WithUnit(string function, Seq<Expression> arguments, TypeRule second, TypeRule third, Func<Seq<Expression>, DataType> type)
    {
        if (arguments.Count != 3)
        {
            throw Signature.WrongCount(function, "a unit and 2 arguments", arguments.Count);
        }

        if (!Constants.TryText(arguments[0], out var unit) || unit is null)
        {
            throw Constants.NotConstant(function, 0, "the name of a unit");
        }

        _ = DatetimeUnit.Of(function, unit);
        Seq<Expression> cast = [Literal.Of(unit), ((Parameter)second).Accept(function, 1, arguments[1]), ((Parameter)third).Accept(function, 2, arguments[2])];
        return new Resolution(cast, type(cast), cast.Any(a => a.Nullable));
    }

    // Spark reads the unit as a word, not as a string.
    private static Func<RenderedCall, string> UnitCall(string name) => call =>
        $"{name}({((Literal)call.Expressions[0]).Value}, {call.Arguments[1]}, {call.Arguments[2]})";
}
