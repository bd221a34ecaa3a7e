using SparkEtl.Spark.Engines.Jvm.Wire;

namespace SparkEtl.Spark.Engines.Jvm.Gateway;

/// <summary>Errors as our side of the JVM describes them.</summary>
internal static class JavaFailure
{
    /// <summary>The error that the bytes describe.</summary>
    public static JavaException Read(WireReader from)
    {
        var causes = new JavaCause[from.ReadInt32()];
        for (var i = 0; i < causes.Length; i++)
        {
            causes[i] = new JavaCause(from.ReadText()!, from.ReadText(), from.ReadText(), from.ReadBoolean());
        }

        return new JavaException(causes, from.ReadText() ?? string.Empty);
    }
}
