using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue;

/// <summary>How one dialect says a function. The text it gives must have exactly the type that the signature told.</summary>
internal abstract record Rendering
{
    private Rendering()
    {
    }

    /// <summary>Whether it can name an argument more than once.</summary>
    public bool MayRepeat => this is TextTemplate or TextComposition or NodeComposition;

    /// <summary>The engine's own function of that name, arguments in order: <c>name(a, b)</c>.</summary>
    public static Rendering Native(string name) => new NativeFunction(name, false);

    /// <summary>As <see cref="Native"/>, its result cast to the type the signature told: <c>CAST(length(a) AS INTEGER)</c>.</summary>
    public static Rendering NativeCast(string name) => new NativeFunction(name, true);

    /// <summary>
    /// A composition as text: <c>{0}</c> is the first argument, <c>{*}</c> all of them separated by commas, <c>{type}</c> the result's type.
    /// Each argument is already safe to stand in any place. Name an argument once where you can: it may be a large expression.
    /// For aggregates <c>{over}</c> stands after each inner aggregate call, where the dialect puts FILTER and OVER, and <c>{distinct}</c> after its
    /// opening parenthesis.
    /// </summary>
    public static Rendering Template(string text) => new TextTemplate(text);

    /// <summary>A composition in code; <c>{over}</c> and <c>{distinct}</c> as for <see cref="Template"/>.</summary>
    public static Rendering Text(Func<RenderedCall, string> write) => new TextComposition(write);

    /// <summary>
    /// Other nodes that mean the same, rendered in its place. DISTINCT, FILTER and OVER of an aggregate apply to each aggregate among them.
    /// </summary>
    public static Rendering Rewrite(Func<Seq<Expression>, DataType, Expression> rewrite) => new NodeComposition(rewrite);

    /// <summary>A C# function over vectors, made for the types of one call.</summary>
    public static Rendering Kernel(Func<KernelSite, Kernel> make) => new ScalarKernel(make);

    /// <summary>A C# function over vectors that needs nothing of the call's types: null in, null out, arguments in CLR types (see <see cref="Catalogue.Kernel"/>).</summary>
    public static Rendering Kernel(Delegate function) => new ScalarKernel(_ => new Kernel(function));

    /// <summary>A C# aggregate.</summary>
    public static Rendering Aggregate(Func<KernelSite, AggregateKernel> make) => new AggregateKernelRendering(make);

    /// <summary>Not said in this dialect, and why; what to do instead.</summary>
    public static Rendering Refused(string reason) => new RefusedRendering(reason);

    /// <summary>See <see cref="Native"/>.</summary>
    internal sealed record NativeFunction(string Name, bool CastResult) : Rendering;

    /// <summary>See <see cref="Template"/>.</summary>
    internal sealed record TextTemplate(string Pattern) : Rendering;

    /// <summary>See <see cref="Text"/>.</summary>
    internal sealed record TextComposition(Func<RenderedCall, string> Write) : Rendering;

    /// <summary>See <see cref="Rewrite"/>.</summary>
    internal sealed record NodeComposition(Func<Seq<Expression>, DataType, Expression> Replace) : Rendering;

    /// <summary>See <see cref="Kernel(Func{KernelSite, Kernel})"/>.</summary>
    internal sealed record ScalarKernel(Func<KernelSite, Kernel> Make) : Rendering;

    /// <summary>See <see cref="Aggregate"/>.</summary>
    internal sealed record AggregateKernelRendering(Func<KernelSite, AggregateKernel> Make) : Rendering;

    /// <summary>See <see cref="Refused"/>.</summary>
    internal sealed record RefusedRendering(string Reason) : Rendering;
}

/// <summary>The call a text is written for.</summary>
/// <param name="Arguments">The arguments' SQL texts, each safe in any place.</param>
/// <param name="Expressions">The arguments.</param>
/// <param name="Type">The type the text must have.</param>
/// <param name="TypeName">How the dialect writes a type.</param>
/// <param name="Render">Writes another expression in the same place.</param>
internal sealed record RenderedCall(
    IReadOnlyList<string> Arguments,
    Seq<Expression> Expressions,
    DataType Type,
    Func<DataType, string> TypeName,
    Func<Expression, string> Render)
{
    /// <summary>Whether IGNORE NULLS is asked for.</summary>
    public bool IgnoreNulls { get; init; }

    /// <summary>Whether the call stands over a window.</summary>
    public bool Windowed { get; init; }

    /// <summary>Whether the call has a FILTER.</summary>
    public bool Filtered { get; init; }
}

/// <summary>The types of one call of a C# function.</summary>
internal sealed record KernelSite(Seq<DataType> Arguments, DataType Result);
