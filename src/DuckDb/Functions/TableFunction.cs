namespace SparkEtl.DuckDb;

/// <summary>
/// A function in FROM: rows made in C#. <c>FROM name(arguments)</c> binds once a statement, and opens a scan each time it runs.
/// </summary>
/// <param name="Name">Its name in SQL, without regard to case.</param>
/// <param name="Parameters">Types of its parameters: numbers, BOOLEAN or VARCHAR.</param>
/// <param name="Bind">Says for the arguments' values what there is to scan. An exception fails the statement with its message.</param>
public sealed record TableFunction(
    string Name, IReadOnlyList<DuckDbType> Parameters, Func<IReadOnlyList<object?>, TableSource> Bind);
