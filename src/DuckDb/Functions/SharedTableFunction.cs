namespace SparkEtl.DuckDb;

/// <summary>
/// A function in FROM whose rows several threads make at once, and that makes only the columns a statement needs. Rows come in the order of
/// the parts where the statement asks for an order or the database preserves it: then one thread makes them all.
/// </summary>
/// <param name="Name">Its name in SQL, without regard to case.</param>
/// <param name="Parameters">Types of its parameters: numbers, BOOLEAN or VARCHAR.</param>
/// <param name="Bind">Says for the arguments' values what there is to scan. An exception fails the statement with its message.</param>
public sealed record SharedTableFunction(
    string Name, IReadOnlyList<DuckDbType> Parameters, Func<IReadOnlyList<object?>, SharedTableSource> Bind);
