namespace SparkEtl.Spark.Sql;

/// <content>Arrays and maps.</content>
public static partial class Functions
{
    /// <summary>Whether the array holds the value; unknown when it does not but holds a null. Spark's <c>array_contains</c>.</summary>
    public static Column ArrayContains(Column column, object? value) => Call("array_contains", column, value);

    /// <summary>
    /// Whether the arrays have a value in common; unknown when they do not but one holds a null. Spark's <c>arrays_overlap</c>.
    /// </summary>
    public static Column ArraysOverlap(Column a1, Column a2) => Call("arrays_overlap", a1, a2);

    /// <summary>A part of the array: from a position (1 is the first, -1 the last), of a length. Spark's <c>slice</c>.</summary>
    public static Column Slice(Column column, int start, int length) => Call("slice", column, start, length);

    /// <inheritdoc cref="Slice(Column, int, int)"/>
    public static Column Slice(Column column, Column start, Column length) => Call("slice", column, start, length);

    /// <summary>The elements as text with a delimiter between; nulls are left out, or replaced. Spark's <c>array_join</c>.</summary>
    public static Column ArrayJoin(Column column, string delimiter, string nullReplacement) =>
        Call("array_join", column, delimiter, nullReplacement);

    /// <inheritdoc cref="ArrayJoin(Column, string, string)"/>
    public static Column ArrayJoin(Column column, string delimiter) => Call("array_join", column, delimiter);

    /// <summary>Texts, bytes or arrays, one after the other; null when one is null. Spark's <c>concat</c>.</summary>
    public static Column Concat(params Column[] columns) => Call("concat", columns);

    /// <summary>The position of the first such element, from 1; 0 when there is none. Spark's <c>array_position</c>.</summary>
    public static Column ArrayPosition(Column column, object? value) => Call("array_position", column, value);

    /// <summary>
    /// The element at a position of an array (1 is the first, -1 the last; outside is an error), or the value of a map's key. Spark's
    /// <c>element_at</c>.
    /// </summary>
    public static Column ElementAt(Column column, object? value) => Call("element_at", column, value);

    /// <summary>The array ascending, nulls last. Spark's <c>array_sort</c>.</summary>
    public static Column ArraySort(Column column) => Call("array_sort", column);

    /// <summary>The array without the elements of that value. Spark's <c>array_remove</c>.</summary>
    public static Column ArrayRemove(Column column, object? element) => Call("array_remove", column, element);

    /// <summary>The array with each value once. Spark's <c>array_distinct</c>.</summary>
    public static Column ArrayDistinct(Column column) => Call("array_distinct", column);

    /// <summary>The values that both arrays have, each once. Spark's <c>array_intersect</c>.</summary>
    public static Column ArrayIntersect(Column col1, Column col2) => Call("array_intersect", col1, col2);

    /// <summary>The values that either array has, each once. Spark's <c>array_union</c>.</summary>
    public static Column ArrayUnion(Column col1, Column col2) => Call("array_union", col1, col2);

    /// <summary>The values that the first array has and the second has not, each once. Spark's <c>array_except</c>.</summary>
    public static Column ArrayExcept(Column col1, Column col2) => Call("array_except", col1, col2);

    /// <summary>A row for each element of an array, or each entry of a map; no row for none. Spark's <c>explode</c>.</summary>
    public static Column Explode(Column column) => Call("explode", column);

    /// <summary>
    /// A row for each element of an array, or each entry of a map; one row of nulls for none. Spark's <c>explode_outer</c>.
    /// </summary>
    public static Column ExplodeOuter(Column column) => Call("explode_outer", column);

    /// <summary>As explode, with the position from 0 in front. Spark's <c>posexplode</c>.</summary>
    public static Column PosExplode(Column column) => Call("posexplode", column);

    /// <summary>As explode_outer, with the position from 0 in front. Spark's <c>posexplode_outer</c>.</summary>
    public static Column PosExplodeOuter(Column column) => Call("posexplode_outer", column);

    /// <summary>The number of elements of an array or entries of a map; null for null. Spark's <c>size</c>.</summary>
    public static Column Size(Column column) => Call("size", column);

    /// <summary>The array ascending with nulls first, or descending with nulls last. Spark's <c>sort_array</c>.</summary>
    public static Column SortArray(Column column, bool asc = true) => Call("sort_array", column, asc);

    /// <summary>The least element; nulls are left out. Spark's <c>array_min</c>.</summary>
    public static Column ArrayMin(Column column) => Call("array_min", column);

    /// <summary>The greatest element; nulls are left out. Spark's <c>array_max</c>.</summary>
    public static Column ArrayMax(Column column) => Call("array_max", column);

    /// <summary>The array in a random order. Spark's <c>shuffle</c>.</summary>
    public static Column Shuffle(Column column) => Call("shuffle", column);

    /// <summary>The text or the array from its end to its start. Spark's <c>reverse</c>.</summary>
    public static Column Reverse(Column column) => Call("reverse", column);

    /// <summary>The arrays of an array, one after the other. Spark's <c>flatten</c>.</summary>
    public static Column Flatten(Column column) => Call("flatten", column);

    /// <summary>
    /// The numbers, dates or timestamps from start to stop, both included; <c>step</c> 1, -1 or a day when not given. Spark's
    /// <c>sequence</c>.
    /// </summary>
    public static Column Sequence(Column start, Column stop, Column step) => Call("sequence", start, stop, step);

    /// <inheritdoc cref="Sequence(Column, Column, Column)"/>
    public static Column Sequence(Column start, Column stop) => Call("sequence", start, stop);

    /// <summary>An array of the value that many times. Spark's <c>array_repeat</c>.</summary>
    public static Column ArrayRepeat(Column left, Column right) => Call("array_repeat", left, right);

    /// <inheritdoc cref="ArrayRepeat(Column, Column)"/>
    public static Column ArrayRepeat(Column left, int count) => Call("array_repeat", left, count);

    /// <summary>The keys of the map. Spark's <c>map_keys</c>.</summary>
    public static Column MapKeys(Column column) => Call("map_keys", column);

    /// <summary>The values of the map. Spark's <c>map_values</c>.</summary>
    public static Column MapValues(Column column) => Call("map_values", column);

    /// <summary>The entries of the map, structs of key and value. Spark's <c>map_entries</c>.</summary>
    public static Column MapEntries(Column column) => Call("map_entries", column);

    /// <summary>The map of an array of structs of key and value. Spark's <c>map_from_entries</c>.</summary>
    public static Column MapFromEntries(Column column) => Call("map_from_entries", column);

    /// <summary>
    /// An array of structs, the n-th of the n-th elements of the arrays; null where one is shorter. Spark's <c>arrays_zip</c>.
    /// </summary>
    public static Column ArraysZip(params Column[] columns) => Call("arrays_zip", columns);

    /// <summary>The entries of all the maps; a key in two of them is an error. Spark's <c>map_concat</c>.</summary>
    public static Column MapConcat(params Column[] columns) => Call("map_concat", columns);
}
