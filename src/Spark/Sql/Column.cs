using SparkEtl.Spark.Parsing;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Binding;
using SparkEtl.Spark.Sql.Expressions;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Sql;

/// <summary>
/// An expression over the columns of a <see cref="DataFrame"/>. Immutable. It is bound, and its types are checked, by the call of the
/// frame that takes it. Where a method takes an <c>object</c>, a <see cref="Column"/> stands for itself and any other value for a constant.
/// </summary>
public sealed partial class Column
{
    internal Column(ExpressionSyntax syntax) => Syntax = syntax;

    internal ExpressionSyntax Syntax { get; }

    /// <summary>Adds a branch to a <see cref="Functions.When(Column, object)"/>.</summary>
    /// <param name="condition">A boolean column.</param>
    /// <param name="value">The value where no earlier branch applied and the condition is true.</param>
    /// <exception cref="AnalysisException">This column is not a <c>When</c>, or it has its <c>Otherwise</c> already.</exception>
    public Column When(Column condition, object? value)
    {
        ArgumentNullException.ThrowIfNull(condition);
        var @case = OpenCase("When");
        return new(@case with { Branches = @case.Branches.Add(new CaseBranchSyntax(condition.Syntax, LiteralConverter.ToSyntax(value))) });
    }

    /// <summary>Ends a <see cref="Functions.When(Column, object)"/>; without it the value where no branch applies is null.</summary>
    /// <param name="value">The value where no branch applies.</param>
    /// <exception cref="AnalysisException">This column is not a <c>When</c>, or it has its <c>Otherwise</c> already.</exception>
    public Column Otherwise(object? value) => new(OpenCase("Otherwise") with { Else = LiteralConverter.ToSyntax(value) });

    /// <summary>The same values under another name.</summary>
    /// <param name="alias">The name.</param>
    public Column Alias(string alias) => Name(alias);

    /// <inheritdoc cref="Alias(string)"/>
    public Column As(string alias) => Name(alias);

    /// <summary>The columns of a generator, such as <see cref="Functions.PosExplode(Column)"/>, under names of their own.</summary>
    /// <param name="alias">As many names as the generator gives columns.</param>
    public Column As(IEnumerable<string> alias)
    {
        ArgumentNullException.ThrowIfNull(alias);
        return new(new AliasSyntax(Syntax, alias.ToSeq()));
    }

    /// <inheritdoc cref="Alias(string)"/>
    public Column Name(string alias)
    {
        ArgumentNullException.ThrowIfNull(alias);
        return new(new AliasSyntax(Syntax, [alias]));
    }

    /// <summary>The values as another type; a value that does not fit is an error on the data. <c>CAST</c>.</summary>
    /// <param name="to">A type as SQL writes it: <c>int</c>, <c>decimal(18,2)</c>, <c>array&lt;string&gt;</c>.</param>
    /// <exception cref="AnalysisException">The text is not a type.</exception>
    public Column Cast(string to) => Cast(SparkSqlParser.ParseDataType(to));

    internal Column Cast(DataType to) => new(new CastSyntax(Syntax, to, Try: false));

    /// <summary>Descending; nulls last.</summary>
    public Column Desc() => Sorted(descending: true, nullsFirst: null);

    /// <summary>Descending; nulls first.</summary>
    public Column DescNullsFirst() => Sorted(descending: true, nullsFirst: true);

    /// <summary>Descending; nulls last.</summary>
    public Column DescNullsLast() => Sorted(descending: true, nullsFirst: false);

    /// <summary>Ascending; nulls first.</summary>
    public Column Asc() => Sorted(descending: false, nullsFirst: null);

    /// <summary>Ascending; nulls first.</summary>
    public Column AscNullsFirst() => Sorted(descending: false, nullsFirst: true);

    /// <summary>Ascending; nulls last.</summary>
    public Column AscNullsLast() => Sorted(descending: false, nullsFirst: false);

    /// <summary>An aggregate or a window function over a window.</summary>
    /// <param name="window">The window.</param>
    public Column Over(WindowSpec window)
    {
        ArgumentNullException.ThrowIfNull(window);
        return new(new OverSyntax(Syntax, window.Syntax));
    }

    /// <summary>An aggregate over all rows, beside each row.</summary>
    public Column Over() => Over(new WindowSpec());

    /// <summary>Prints the expression.</summary>
    /// <param name="extended">True: as the tree that it is; false: as SQL.</param>
    public void Explain(bool extended) => Console.Out.WriteLine(extended ? Syntax.ToString() : ToString());

    /// <summary>Whether the other is a column of the same expression. (<c>==</c> makes a column that compares values.)</summary>
    /// <param name="obj">Another column.</param>
    public override bool Equals(object? obj) => obj is Column other && other.Syntax.Equals(Syntax);

    /// <inheritdoc/>
    public override int GetHashCode() => Syntax.GetHashCode();

    /// <summary>The expression as Spark names a column without a name: <c>(a + 1)</c>, <c>sum(x)</c>, <c>x AS y</c>.</summary>
    public override string ToString() => SyntaxPrinter.Print(Syntax);

    private static Column Call(string name, params ReadOnlySpan<object?> arguments)
    {
        var syntax = new ExpressionSyntax[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            syntax[i] = LiteralConverter.ToSyntax(arguments[i]);
        }

        return new(new CallSyntax(name, new Seq<ExpressionSyntax>(syntax)));
    }

    private Column Sorted(bool descending, bool? nullsFirst) => new(new SortSyntax(Syntax, descending, nullsFirst));

    private CaseSyntax OpenCase(string method) => Syntax is CaseSyntax { Operand: null, Else: null } @case
        ? @case
        : throw new AnalysisException(
            "INVALID_PARAMETER_VALUE", $"{method} can only follow Functions.When(...) or its When(...), before Otherwise; found {this}.");
}
