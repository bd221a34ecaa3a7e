package sparketl;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.apache.spark.SparkThrowable;

/** Errors over the wire: the chain of causes, each with its class, message and Spark's error class, and the stack trace. */
public final class Failures {
    private static final int MOST_CAUSES = 20;

    private Failures() {
    }

    /** What the .NET side is told of an error that a call raised. */
    public static byte[] describe(Throwable error) {
        Output out = new Output(4096);
        write(error, out);
        return out.toBytes();
    }

    static void write(Throwable error, Output out) {
        int count = 0;
        for (Throwable t = error; t != null && count < MOST_CAUSES; t = t.getCause()) {
            count++;
        }
        out.writeInt(count);
        Throwable cause = error;
        for (int i = 0; i < count; i++) {
            out.writeText(cause.getClass().getName());
            out.writeText(cause.getMessage());
            out.writeText(errorClass(cause));
            out.writeBoolean(isAnalysis(cause));
            cause = cause.getCause();
        }
        StringWriter trace = new StringWriter();
        error.printStackTrace(new PrintWriter(trace));
        out.writeText(trace.toString());
    }

    private static String errorClass(Throwable error) {
        return error instanceof SparkThrowable ? ((SparkThrowable) error).getErrorClass() : null;
    }

    // By name: Scala does not declare it as a checked exception where Java would want it.
    private static boolean isAnalysis(Throwable error) {
        for (Class<?> c = error.getClass(); c != null; c = c.getSuperclass()) {
            if (c.getName().equals("org.apache.spark.sql.AnalysisException")) {
                return true;
            }
        }
        return false;
    }
}
