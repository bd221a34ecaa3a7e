namespace SparkEtl.Processing.Claims.Preprocessing;

/// <summary>The column that says why a row goes: the number of the first rule that it breaks, null when it stays.</summary>
internal static class Reasons
{
    /// <summary>The column's name.</summary>
    public const string Name = "__dropped_by";

    /// <summary>The number of rows whose every column is null.</summary>
    public const short NullRow = 0;

    /// <summary>Why a row goes, or null.</summary>
    /// <param name="notAllNull">The columns of which one must have a value; none when that was looked at before.</param>
    /// <param name="rules">The rules, in order.</param>
    public static Column Of(IReadOnlyList<string> notAllNull, IReadOnlyList<Rule> rules)
    {
        IEnumerable<(Column Broken, short Number)> cases = notAllNull.Count == 0
            ? []
            : [(notAllNull.Select(c => Col(c).IsNull()).Aggregate((all, next) => all & next), NullRow)];
        Column? reason = null;
        // A rule is broken when it is false: one that is unknown passes.
        foreach ((Column broken, short number) in cases.Concat(rules.Select(r => (!Expr(r.Expression), (short)r.Place))))
            reason = reason is null ? When(broken, number) : reason.When(broken, number);
        return (reason ?? Lit(null!).Cast("smallint")).As(Name);
    }
}
