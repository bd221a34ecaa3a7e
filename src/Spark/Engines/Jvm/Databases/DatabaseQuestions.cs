using SparkEtl.Spark.Engines.Jvm.Launching;
using SparkEtl.Spark.Engines.Jvm.Sessions;
using SparkEtl.Spark.Engines.Jvm.Wire;

namespace SparkEtl.Spark.Engines.Jvm.Databases;

/// <summary>Asks databases through the drivers in the JVM, outside of Spark's jobs.</summary>
internal static class DatabaseQuestions
{
    private const byte Answered = 0;
    private const byte NoDriver = 1;

    /// <summary>Runs queries on one connection, in one round trip.</summary>
    /// <param name="session">The session in the JVM.</param>
    /// <param name="ways">Ways to connect: the first whose driver is there, then others of that driver where the server has no encryption.</param>
    /// <param name="queries">The queries.</param>
    /// <exception cref="DatabaseException">There is no driver, no connection, or the server refused.</exception>
    public static DatabaseAnswer Ask(JvmSession session, IReadOnlyList<DatabaseWay> ways, params IReadOnlyCollection<string> queries)
    {
        var request = new WireWriter().Int32(ways.Count);
        foreach (var way in ways)
        {
            session.Secrets.Add(way.Options);
            request.Text(way.Driver).Text(way.Url).Options([.. way.Options]);
        }

        var answer = session.Call("ask", request.Texts(queries), sql: null);
        var parallelism = answer.ReadInt32();
        switch (answer.ReadByte())
        {
            case Answered:
                var taken = ways[answer.ReadInt32()];
                return new DatabaseAnswer(taken, parallelism, [.. queries.Select(_ => Rows(answer))]);
            case NoDriver:
                throw new DatabaseException(
                    null,
                    0,
                    $"None of the JDBC drivers {string.Join(", ", ways.Select(w => w.Driver).Distinct())} is on the class path; they are searched in "
                    + $"{DatabaseDrivers.Places}.")
                { HasNoDriver = true };
            default:
                var state = answer.ReadText();
                var code = answer.ReadInt32();
                throw new DatabaseException(state, code, session.Secrets.Mask(answer.ReadText() ?? string.Empty));
        }
    }

    private static string?[][] Rows(WireReader from)
    {
        var columns = from.ReadInt32();
        var rows = new string?[from.ReadInt32()][];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = new string?[columns];
            for (var c = 0; c < columns; c++)
            {
                rows[i][c] = from.ReadText();
            }
        }

        return rows;
    }
}
