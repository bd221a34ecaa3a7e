using System.Collections;
using System.Runtime.CompilerServices;

namespace SparkEtl.Spark.Plan;

/// <summary>An immutable list that is equal to another with equal items, so that records holding lists compare by value.</summary>
[CollectionBuilder(typeof(Seq), nameof(Seq.Create))]
internal sealed class Seq<T> : IReadOnlyList<T>, IEquatable<Seq<T>>
{
    public static readonly Seq<T> Empty = new([]);

    private readonly T[] items;

    internal Seq(T[] items) => this.items = items;

    public int Count => items.Length;

    public T this[int index] => items[index];

    public ReadOnlySpan<T> AsSpan() => items;

    public Seq<T> Add(T item) => new([.. items, item]);

    public Seq<T> AddRange(IEnumerable<T> more) => new([.. items, .. more]);

    public Seq<TResult> Map<TResult>(Func<T, TResult> map) => new(Array.ConvertAll(items, item => map(item)));

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();

    public bool Equals(Seq<T>? other) => other is not null && items.AsSpan().SequenceEqual(other.items);

    public override bool Equals(object? obj) => Equals(obj as Seq<T>);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var item in items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    public override string ToString() => string.Join(", ", items);
}

/// <summary>Makes <see cref="Seq{T}"/>.</summary>
internal static class Seq
{
    public static Seq<T> Create<T>(ReadOnlySpan<T> items) => items.IsEmpty ? Seq<T>.Empty : new(items.ToArray());

    public static Seq<T> ToSeq<T>(this IEnumerable<T> items) => items as Seq<T> ?? new([.. items]);
}
