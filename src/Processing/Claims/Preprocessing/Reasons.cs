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
    /// <param name="complete">The columns that must have values for the rules to be asked; none when they are asked of every row.</param>
    public static Column Of(IReadOnlyList<string> notAllNull, IReadOnlyList<Rule> rules, params IReadOnlyList<string> complete)
    {
        IEnumerable<(Column When, Column Reason)> cases = notAllNull.Count == 0
            ? []
            : [(notAllNull.Select(c => Col(c).IsNull()).Aggregate((all, next) => all & next), Lit(NullRow))];
        // A rule is broken when it is false: one that is unknown passes.
        IEnumerable<(Column When, Column Reason)> broken = rules.Select(r => (!Expr(r.Expression), Lit((short)r.Place)));
        if (complete.Count > 0 && First(broken) is { } asked)
            broken = [(complete.Select(c => Col(c).IsNotNull()).Aggregate((all, next) => all & next), asked)];
        return (First(cases.Concat(broken)) ?? Lit(null!).Cast("smallint")).As(Name);
    }

    private static Column? First(IEnumerable<(Column When, Column Reason)> cases)
    {
        Column? first = null;
        foreach ((Column when, Column reason) in cases)
            first = first is null ? When(when, reason) : first.When(when, reason);
        return first;
    }
}
