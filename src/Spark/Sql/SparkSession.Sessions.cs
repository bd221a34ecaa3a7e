namespace SparkEtl.Spark.Sql;

/// <content>The session in use.</content>
public sealed partial class SparkSession
{
    /// <summary>Starts the settings of a session.</summary>
    public static Builder Builder() => new();

    /// <summary>Makes a session the one in use in this flow of calls.</summary>
    /// <param name="session">The session.</param>
    public static void SetActiveSession(SparkSession session) => SessionRegistry.Active = session ?? throw new ArgumentNullException(nameof(session));

    /// <summary>No session is in use in this flow of calls; the default one is.</summary>
    public static void ClearActiveSession() => SessionRegistry.Active = null;

    /// <summary>The session in use in this flow of calls, or null.</summary>
    public static SparkSession? GetActiveSession() => SessionRegistry.Active;

    /// <summary>Makes a session the default one of the program.</summary>
    /// <param name="session">The session.</param>
    public static void SetDefaultSession(SparkSession session) => SessionRegistry.Default = session ?? throw new ArgumentNullException(nameof(session));

    /// <summary>The program has no default session.</summary>
    public static void ClearDefaultSession() => SessionRegistry.Default = null;

    /// <summary>The default session of the program, or null.</summary>
    public static SparkSession? GetDefaultSession() => SessionRegistry.Default;

    /// <summary>The session in use, or the default one.</summary>
    /// <exception cref="AnalysisException">There is none.</exception>
    public static SparkSession Active() => SessionRegistry.Current
        ?? throw new AnalysisException("NO_ACTIVE_SESSION", "There is no session; make one with SparkSession.Builder().GetOrCreate().");
}
