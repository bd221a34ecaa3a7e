package sparketl;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The .NET program as a process of this JVM. This side holds its standard input and never writes: the program sees the end of it when the
 * JVM is gone, however that ended.
 */
final class ProgramProcess {
    private static final long POLITE_SECONDS = 4;
    private static final long LOOK_SECONDS = 1;

    private final Process process;
    private final Set<Object> descendants = new HashSet<>();

    private ProgramProcess(Process process) {
        this.process = process;
    }

    /** Starts it. What it says goes where this JVM's own output goes, also after the end of the JVM. */
    static ProgramProcess start(ProcessBuilder builder) throws IOException {
        return new ProgramProcess(builder.redirectOutput(ProcessBuilder.Redirect.INHERIT).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /** Its exit code, when it has ended. */
    int await() throws InterruptedException {
        // Who its descendants were cannot be told once it has ended.
        while (!process.waitFor(LOOK_SECONDS, TimeUnit.SECONDS)) {
            noteDescendants();
        }
        return process.exitValue();
    }

    /** Asks it to stop, which cancels what it runs; kills it when it does not in time. */
    void stop() {
        if (!process.isAlive()) {
            return;
        }
        process.destroy();
        try {
            if (process.waitFor(POLITE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kill();
    }

    /** Kills it with all that it started. */
    void kill() {
        noteDescendants();
        process.destroyForcibly();
        try {
            for (Object descendant : descendants) {
                Class.forName("java.lang.ProcessHandle").getMethod("destroyForcibly").invoke(descendant);
            }
        } catch (ReflectiveOperationException e) {
            System.err.println("What the program started cannot be ended: " + e);
        }
    }

    // By reflection: Java 8 knows no descendants, and on it there is nothing more to do.
    private void noteDescendants() {
        try {
            Stream<?> now = (Stream<?>) Process.class.getMethod("descendants").invoke(process);
            descendants.addAll(now.collect(Collectors.toList()));
        } catch (NoSuchMethodException e) {
            return;
        } catch (ReflectiveOperationException e) {
            System.err.println("What the program started cannot be told: " + e);
        }
    }
}
