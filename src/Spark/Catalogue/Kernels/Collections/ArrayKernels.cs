using SparkEtl.Spark.Catalogue.Kernels.Nested;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Catalogue.Kernels.Collections;

/// <summary>Functions of arrays, in Spark's meaning of equality and order (see <see cref="NestedOrder"/>). Results are new arrays.</summary>
internal static class ArrayKernels
{
    private static readonly ValueComparer Values = ValueComparer.Instance;

    /// <summary>Whether the value is among the elements; null when it is not and an element is null.</summary>
    public static bool? Contains(object?[] array, object value) =>
        Array.Exists(array, e => e is not null && Values.Equals(e, value)) ? true : Array.IndexOf(array, null) >= 0 ? null : false;

    /// <summary>Position from 1 of the first element equal to the value; 0 when there is none.</summary>
    public static long Position(object?[] array, object value) => Array.FindIndex(array, e => e is not null && Values.Equals(e, value)) + 1;

    /// <summary>The elements not equal to the value; nulls stay.</summary>
    public static object?[] Remove(object?[] array, object value) => Array.FindAll(array, e => e is null || !Values.Equals(e, value));

    /// <summary>Each value once, where it comes first.</summary>
    public static object?[] Distinct(object?[] array)
    {
        var seen = new HashSet<object?>(Values);
        return Array.FindAll(array, seen.Add);
    }

    public static object?[] Union(object?[] left, object?[] right) => Distinct([.. left, .. right]);

    public static object?[] Intersect(object?[] left, object?[] right)
    {
        var wanted = new HashSet<object?>(right, Values);
        return Array.FindAll(left, wanted.Remove);
    }

    public static object?[] Except(object?[] left, object?[] right)
    {
        var seen = new HashSet<object?>(right, Values);
        return Array.FindAll(left, seen.Add);
    }

    /// <summary>Whether they have a value in common; null when they have none but one of them holds a null and neither is empty.</summary>
    public static bool? Overlap(object?[] left, object?[] right)
    {
        var values = new HashSet<object?>(left, Values);
        if (Array.Exists(right, e => e is not null && values.Contains(e)))
        {
            return true;
        }

        return left.Length > 0 && right.Length > 0 && (values.Contains(null) || Array.IndexOf(right, null) >= 0) ? null : false;
    }

    public static object?[]? Append(object?[]? array, object? value) => array is null ? null : [.. array, value];

    public static object?[]? Prepend(object?[]? array, object? value) => array is null ? null : [value, .. array];

    /// <summary>The array with the value at a position from 1, or from -1 at the end; what lies between is filled with nulls.</summary>
    public static object?[]? Insert(object?[]? array, int? position, object? value)
    {
        if (array is null || position is not { } at)
        {
            return null;
        }

        if (at == 0)
        {
            throw CollectionErrors.PositionZero();
        }

        var length = Math.Max(array.LongLength + 1, Math.Abs((long)at));
        if (length > CollectionErrors.MaxElements)
        {
            throw CollectionErrors.TooLong(length, "array_insert");
        }

        // Before the beginning: the value comes first, the array's own elements last.
        var index = at > 0 ? at - 1 : (int)Math.Max(0, length + at);
        var result = new object?[length];
        result[index] = value;
        var before = at > 0 || -(long)at <= array.Length + 1 ? Math.Min(index, array.Length) : 0;
        Array.Copy(array, result, before);
        Array.Copy(array, before, result, length - (array.Length - before), array.Length - before);
        return result;
    }

    public static object?[]? Repeat(object? value, int? count)
    {
        if (count is not { } times)
        {
            return null;
        }

        if (times > CollectionErrors.MaxElements)
        {
            throw CollectionErrors.TooLong(times, "array_repeat");
        }

        var result = new object?[Math.Max(0, times)];
        Array.Fill(result, value);
        return result;
    }

    /// <summary>The elements as text with the delimiter between; nulls are left out.</summary>
    public static string Join(object?[] array, string delimiter) => string.Join(delimiter, array.OfType<string>());

    /// <summary>The elements as text with the delimiter between; nulls are replaced.</summary>
    public static string JoinReplacing(object?[] array, string delimiter, string replacement) =>
        string.Join(delimiter, array.Select(e => e as string ?? replacement));

    public static object? Max(object?[] array) => array.Aggregate((object?)null, (best, e) => e is not null && (best is null || Values.Compare(e, best) > 0) ? e : best);

    public static object? Min(object?[] array) => array.Aggregate((object?)null, (best, e) => e is not null && (best is null || Values.Compare(e, best) < 0) ? e : best);

    /// <summary>Sorted; nulls first ascending, last descending. Equal values keep their order.</summary>
    public static object?[] Sort(object?[] array, bool ascending) =>
        ascending ? [.. array.Order(Values)] : [.. array.OrderDescending(Values)];

    /// <summary>Sorted ascending with nulls last.</summary>
    public static object?[] SortNullsLast(object?[] array) => [.. array.OrderBy(e => e is null).ThenBy(e => e, Values)];

    /// <summary>All elements of all arrays; null when one of the arrays is.</summary>
    public static object?[]? Flatten(object?[] arrays) =>
        Array.IndexOf(arrays, null) >= 0 ? null : [.. arrays.SelectMany(a => (object?[])a!)];

    /// <summary>Some elements from a position on, from 1, or from -1 at the end.</summary>
    public static object?[] Slice(object?[] array, int start, int length)
    {
        if (start == 0)
        {
            throw new QueryException("INVALID_PARAMETER_VALUE.START", "slice starts at 0; positions count from 1, or from -1 at the end.");
        }

        if (length < 0)
        {
            throw new QueryException("INVALID_PARAMETER_VALUE.LENGTH", $"slice takes {length} elements; it must be 0 or more.");
        }

        var from = start > 0 ? start - 1L : array.Length + (long)start;
        return from < 0 || from >= array.Length ? [] : array[(int)from..(int)Math.Min(array.Length, from + length)];
    }

    /// <summary>The elements of several arrays side by side, nulls where one is shorter; null when one of the arrays is.</summary>
    public static object?[]? Zip(object?[] arrays)
    {
        if (Array.IndexOf(arrays, null) >= 0)
        {
            return null;
        }

        var length = arrays.Length == 0 ? 0 : arrays.Max(a => ((object?[])a!).Length);
        var rows = new object?[length];
        for (var i = 0; i < length; i++)
        {
            rows[i] = Array.ConvertAll(arrays, a => a is object?[] items && i < items.Length ? items[i] : null);
        }

        return rows;
    }

    /// <summary>The elements in the order that the comparison of each with each says; equal ones keep their order.</summary>
    /// <param name="array">The elements.</param>
    /// <param name="comparisons">For each element, an array of its comparison with each: negative when it comes first.</param>
    public static object?[] SortBy(object?[] array, object?[] comparisons)
    {
        int Compare(int left, int right) => ((object?[])comparisons[left]!)[right] is int order
            ? order
            : throw new QueryException("COMPARATOR_RETURNS_NULL", "The comparator of array_sort gave null; it must give a negative, zero or positive int.");

        var indices = Enumerable.Range(0, array.Length).ToArray();
        var sorted = MergeSort(indices, Compare);
        return Array.ConvertAll(sorted, i => array[i]);
    }

    public static object?[] Shuffle(object?[] array)
    {
        var shuffled = (object?[])array.Clone();
        Random.Shared.Shuffle(shuffled);
        return shuffled;
    }

    private static int[] MergeSort(int[] items, Func<int, int, int> compare)
    {
        if (items.Length < 2)
        {
            return items;
        }

        var left = MergeSort(items[..(items.Length / 2)], compare);
        var right = MergeSort(items[(items.Length / 2)..], compare);
        var merged = new int[items.Length];
        for (int i = 0, l = 0, r = 0; i < merged.Length; i++)
        {
            merged[i] = r == right.Length || (l < left.Length && compare(left[l], right[r]) <= 0) ? left[l++] : right[r++];
        }

        return merged;
    }
}
