using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Sql.Expressions;

/// <summary>The frames that the API's numbers and columns stand for.</summary>
internal static class WindowFrames
{
    /// <summary>Names of calls that stand for a bound without an offset; they have no meaning elsewhere.</summary>
    public const string UnboundedPreceding = "unboundedpreceding";

    /// <inheritdoc cref="UnboundedPreceding"/>
    public const string UnboundedFollowing = "unboundedfollowing";

    /// <inheritdoc cref="UnboundedPreceding"/>
    public const string CurrentRow = "currentrow";

    public static FrameSyntax Rows(long start, long end)
    {
        CheckOrder(start, end);
        return new FrameSyntax(
            Rows: true,
            Bound(start, start == long.MinValue, FrameBoundKind.UnboundedPreceding, n => new LiteralSyntax(ToInt(n), SqlTypes.Integer)),
            Bound(end, end == long.MaxValue, FrameBoundKind.UnboundedFollowing, n => new LiteralSyntax(ToInt(n), SqlTypes.Integer)));
    }

    public static FrameSyntax Range(long start, long end)
    {
        CheckOrder(start, end);
        return new FrameSyntax(
            Rows: false,
            Bound(start, start == long.MinValue, FrameBoundKind.UnboundedPreceding, n => new LiteralSyntax(n, SqlTypes.Long)),
            Bound(end, end == long.MaxValue, FrameBoundKind.UnboundedFollowing, n => new LiteralSyntax(n, SqlTypes.Long)));
    }

    public static FrameSyntax Range(ExpressionSyntax start, ExpressionSyntax end) => new(Rows: false, Bound(start), Bound(end));

    private static FrameBoundSyntax Bound(long offset, bool unbounded, FrameBoundKind unboundedKind, Func<long, LiteralSyntax> literal) => offset switch
    {
        _ when unbounded => new FrameBoundSyntax(unboundedKind, null),
        0 => new FrameBoundSyntax(FrameBoundKind.CurrentRow, null),
        < 0 => new FrameBoundSyntax(FrameBoundKind.Preceding, literal(-offset)),
        _ => new FrameBoundSyntax(FrameBoundKind.Following, literal(offset)),
    };

    private static FrameBoundSyntax Bound(ExpressionSyntax bound) => bound switch
    {
        CallSyntax { Name: UnboundedPreceding } => new FrameBoundSyntax(FrameBoundKind.UnboundedPreceding, null),
        CallSyntax { Name: UnboundedFollowing } => new FrameBoundSyntax(FrameBoundKind.UnboundedFollowing, null),
        CallSyntax { Name: CurrentRow } => new FrameBoundSyntax(FrameBoundKind.CurrentRow, null),
        LiteralSyntax { Value: sbyte n } => Bound(n, false, default, v => new LiteralSyntax((sbyte)v, SqlTypes.Byte)),
        LiteralSyntax { Value: short n } => Bound(n, false, default, v => new LiteralSyntax((short)v, SqlTypes.Short)),
        LiteralSyntax { Value: int n, Type: IntegerType } => Bound(n, false, default, v => new LiteralSyntax((int)v, SqlTypes.Integer)),
        LiteralSyntax { Value: long n, Type: LongType } => Bound(n, false, default, v => new LiteralSyntax(v, SqlTypes.Long)),
        CallSyntax { Name: "negative", Arguments: [var offset] } => new FrameBoundSyntax(FrameBoundKind.Preceding, offset),
        _ => new FrameBoundSyntax(FrameBoundKind.Following, bound),
    };

    private static int ToInt(long rows) => rows is >= int.MinValue and <= int.MaxValue
        ? (int)rows
        : throw new AnalysisException("INVALID_BOUNDARY", $"A frame of {rows} rows is outside of the range of an int; use Window.Unbounded... for no bound.");

    private static void CheckOrder(long start, long end)
    {
        if (start > end)
        {
            throw new AnalysisException(
                "DATATYPE_MISMATCH.SPECIFIED_WINDOW_FRAME_WRONG_COMPARISON", $"The frame starts at {start}, after its end at {end}.");
        }
    }
}
