using SparkEtl.Spark.Parsing.Lexing;
using SparkEtl.Spark.Parsing.Syntax;

namespace SparkEtl.Spark.Parsing.Grammar;

/// <summary>The parts of the grammar over one text. They call each other: a query holds expressions, an expression can hold a query.</summary>
internal sealed class SqlGrammar
{
    public SqlGrammar(TokenCursor cursor)
    {
        Cursor = cursor;
        Names = new NameGrammar(cursor);
        Types = new TypeGrammar(this);
        Literals = new LiteralGrammar(this);
        Intervals = new IntervalGrammar(this);
        Windows = new WindowGrammar(this);
        Calls = new CallGrammar(this);
        Primaries = new PrimaryGrammar(this);
        Predicates = new PredicateGrammar(this);
        Expressions = new ExpressionGrammar(this);
        Relations = new RelationGrammar(this);
        Groupings = new GroupingGrammar(this);
        Queries = new QueryGrammar(this);
    }

    public TokenCursor Cursor { get; }

    public NameGrammar Names { get; }

    public TypeGrammar Types { get; }

    public LiteralGrammar Literals { get; }

    public IntervalGrammar Intervals { get; }

    public WindowGrammar Windows { get; }

    public CallGrammar Calls { get; }

    public PrimaryGrammar Primaries { get; }

    public PredicateGrammar Predicates { get; }

    public ExpressionGrammar Expressions { get; }

    public RelationGrammar Relations { get; }

    public GroupingGrammar Groupings { get; }

    public QueryGrammar Queries { get; }

    /// <summary>Parses a list separated by commas.</summary>
    public List<T> List<T>(Func<T> parseItem)
    {
        var items = new List<T> { parseItem() };
        while (Cursor.Accept(TokenKind.Comma))
        {
            items.Add(parseItem());
        }

        return items;
    }

    /// <summary>The fields of a tuple; an expression of another kind is one field.</summary>
    public static List<ExpressionSyntax> FieldsOf(ExpressionSyntax expression) => expression is CallSyntax { Name: "struct" } tuple
        ? [.. tuple.Arguments.Select(a => a is AliasSyntax alias ? alias.Of : a)]
        : [expression];
}
