namespace SparkEtl.Spark.Sql;

/// <summary>The active session of a flow of calls and the default one of the program: the one mutable static there is, as Spark has it.</summary>
internal static class SessionRegistry
{
    private static readonly AsyncLocal<SparkSession?> ActiveSession = new();
    private static SparkSession? defaultSession;

    public static SparkSession? Active
    {
        get => Alive(ActiveSession.Value);
        set => ActiveSession.Value = value;
    }

    public static SparkSession? Default
    {
        get => Alive(Volatile.Read(ref defaultSession));
        set => Volatile.Write(ref defaultSession, value);
    }

    public static SparkSession? Current => Active ?? Default;

    /// <summary>Forgets the sessions of an engine that ended.</summary>
    public static void Forget(SessionState state)
    {
        if (ActiveSession.Value?.State == state)
        {
            ActiveSession.Value = null;
        }

        if (Volatile.Read(ref defaultSession)?.State == state)
        {
            Volatile.Write(ref defaultSession, null);
        }
    }

    private static SparkSession? Alive(SparkSession? session) => session is null || session.State.IsStopped ? null : session;
}
