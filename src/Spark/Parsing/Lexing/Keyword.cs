namespace SparkEtl.Spark.Parsing.Lexing;

/// <summary>The words the grammar looks for, by their names in SQL without underscores.</summary>
internal enum Keyword : byte
{
    None,

    // Clauses of a query.
    All, Anti, As, Bucket, By, Cluster, Cross, Cube, Current, Distinct, Distribute, Except, Exclude, Exists, First, Following, For, From,
    Full, Group, Grouping, Having, Include, Inner, Intersect, Join, Last, Lateral, Left, Limit, Minus, Natural, Nulls, Of, Offset, On,
    Order, Out, Outer, Partition, Percent, Pivot, Preceding, Qualify, Range, Recursive, Repeatable, Right, Rollup, Row, Rows, Select,
    Semi, Sets, Sort, SystemTime, SystemVersion, Table, Tablesample, Transform, Unbounded, Union, Unpivot, Using, Values, Version, View,
    Where, Window, With,

    // Expressions.
    And, Any, AnyValue, Asc, Between, Both, Case, Cast, Collate, Desc, Div, Else, End, Escape, Extract, False, Filter, Identifier,
    Ignore, Ilike, In, Interval, Is, Leading, Like, Not, Null, Or, Over, Overlay, Placing, Position, Respect, Rlike, Some, Struct, Substr,
    Substring, Then, To, Trailing, Trim, True, TryCast, Unknown, When, Within, X,

    // Types.
    Array, Comment, Date, Decimal, Map, Time, Timestamp, TimestampLtz, TimestampNtz,

    // Units of time.
    Year, Years, Quarter, Month, Months, Week, Weeks, Day, Days, Dayofyear, Hour, Hours, Minute, Minutes, Second, Seconds, Millisecond,
    Milliseconds, Microsecond, Microseconds, Nanosecond, Nanoseconds,

    // Statements that are not queries.
    Add, Alter, Analyze, Begin, Cache, Call, Clear, Commit, Create, Declare, Delete, Describe, Drop, Execute, Explain, Grant, Insert,
    List, Load, Merge, Msck, Reduce, Refresh, Repair, Replace, Reset, Revoke, Rollback, Set, Show, Truncate, Uncache, Update, Use,
}
