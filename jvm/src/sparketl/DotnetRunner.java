package sparketl;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.network.util.JavaUtils;

/**
 * What spark-submit starts ({@code --class sparketl.DotnetRunner}): opens the gateway, runs the .NET program with the arguments it was
 * given, and ends as the program did, in the way that spark-submit and YARN understand.
 */
public final class DotnetRunner {
    private static final String PROGRAM = "spark.sparketl.program";
    private static final String MEMORY = "spark.sparketl.memory";
    private static final String DEPLOY_MODE = "spark.submit.deployMode";
    private static final String PORT_VARIABLE = "SPARKETL_GATEWAY_PORT";
    private static final String DIAGNOSTICS = "DOTNET_EnableDiagnostics";
    private static final String WAIT = "SPARKETL_WAIT_FOR_DEBUGGER";
    private static final String NAME = "sparketl";

    // Of the memory that the program may take, what is not its heap: code, stacks, native libraries.
    private static final long HEAP_QUARTERS = 3;

    // More address space than the program will have: twice its heap is reserved for that.
    private static final long SPACE_BESIDE_HEAP = 1L << 30;
    private static final long SPACE_OF_HEAP = 3;

    private DotnetRunner() {
    }

    /** Runs the program. Never by System.exit: YARN takes an application that does as failed. */
    public static void main(String[] arguments) throws Exception {
        boolean inCluster = "cluster".equals(System.getProperty(DEPLOY_MODE));
        if (!inCluster) {
            Signals.ignore("INT");
        }
        Sessions sessions = new Sessions();
        String token = Gateway.newToken();
        Gateway gateway = Gateway.start(sessions, token);
        int code = 1;
        try {
            final ProgramProcess program = start(arguments, gateway.port(), token, inCluster);
            Thread stop = new Thread(new Runnable() {
                public void run() {
                    program.stop();
                }
            }, "sparketl-stop");
            Runtime.getRuntime().addShutdownHook(stop);
            try {
                code = program.await();
            } finally {
                // An interruption too, by which YARN takes the node from us.
                program.kill();
                unhook(stop);
            }
            if (code != 0) {
                throw inCluster ? new ProgramFailure(told(sessions.failure(), code)) : exit(code);
            }
        } finally {
            try {
                sessions.stop(code);
            } finally {
                gateway.stop();
            }
        }
    }

    private static ProgramProcess start(String[] arguments, int port, String token, boolean inCluster) throws IOException, URISyntaxException {
        List<String> command = new ArrayList<>();
        String memory = System.getProperty(MEMORY);
        if (inCluster && memory != null) {
            // Where YARN counts address space, too: .NET reserves two gigabytes for its code, or a fifth of what it may have.
            long space = SPACE_BESIDE_HEAP + SPACE_OF_HEAP * heap(memory);
            command.addAll(Arrays.asList("/bin/sh", "-c", "ulimit -S -v \"$0\"; exec \"$@\"", Long.toString(space >> 10)));
        }
        String program = program();
        if (program.endsWith(".dll")) {
            command.add("dotnet");
        }
        command.add(program);
        for (String argument : arguments) {
            command.add(argument);
        }
        ProcessBuilder builder = new ProcessBuilder(command);
        // The environment and not the command line, which others on the machine can read. None of Spark's settings: there are secrets among them.
        Map<String, String> environment = builder.environment();
        environment.put(PORT_VARIABLE, Integer.toString(port));
        environment.put(Gateway.TOKEN_VARIABLE, token);
        environment.putIfAbsent("MALLOC_ARENA_MAX", "2");
        environment.putIfAbsent("DOTNET_EnableWriteXorExecute", "0");
        environment.putIfAbsent(DIAGNOSTICS, environment.containsKey(WAIT) ? "1" : "0");
        if (memory != null) {
            long heap = heap(memory);
            environment.putIfAbsent("DOTNET_GCHeapHardLimit", Long.toHexString(heap));
            // It would reserve five times the limit.
            environment.putIfAbsent("DOTNET_GCRegionRange", Long.toHexString(2 * heap));
        }
        if (inCluster && "0".equals(environment.get(DIAGNOSTICS))) {
            // The container's own, which goes with it. A debugger searches where it has its own, and the name of a socket there would be too long.
            environment.put("TMPDIR", new File(System.getProperty("java.io.tmpdir")).getAbsolutePath());
        }
        return ProgramProcess.start(builder);
    }

    private static long heap(String memory) {
        return JavaUtils.byteStringAsBytes(memory) / 4 * HEAP_QUARTERS;
    }

    private static String program() throws IOException, URISyntaxException {
        String named = System.getProperty(PROGRAM);
        if (named != null) {
            File program = new File(named);
            if (!program.isFile()) {
                throw new IOException("The program " + named + ", which " + PROGRAM + " names, is not there, seen from " + new File("").getAbsolutePath() + ".");
            }
            return program.getAbsolutePath();
        }
        File localised = new File(NAME, NAME);
        File beside = new File(new File(DotnetRunner.class.getProtectionDomain().getCodeSource().getLocation().toURI()).getParentFile(), NAME);
        for (File program : new File[] {localised, beside}) {
            if (program.isFile()) {
                return program.getAbsolutePath();
            }
        }
        throw new IOException("There is no .NET program: neither " + localised.getAbsolutePath() + " nor " + beside
            + " is there. Ship it by --archives sparketl.tar.gz#sparketl, or name it by --conf " + PROGRAM + "=PATH.");
    }

    private static String told(String failure, int code) {
        return failure != null ? failure : "error: the .NET program ended with exit code " + code
            + (code > 128 ? " (signal " + (code - 128) + ")" : "") + " and told no error. Its log is that of the driver's container.";
    }

    // By reflection: what makes spark-submit exit with a code has another constructor in Spark 4.
    private static Exception exit(int code) throws ReflectiveOperationException {
        Constructor<?> constructor = Class.forName("org.apache.spark.SparkUserAppException").getConstructors()[0];
        return (Exception) (constructor.getParameterTypes().length == 1 ? constructor.newInstance(code) : constructor.newInstance(code, null));
    }

    private static void unhook(Thread stop) {
        try {
            Runtime.getRuntime().removeShutdownHook(stop);
        } catch (IllegalStateException e) {
            // The JVM ends already, and the hook has run or runs.
        }
    }

    /** The program's failure in its own words; where it was thrown says nothing. */
    static final class ProgramFailure extends Exception {
        private static final long serialVersionUID = 1L;

        ProgramFailure(String message) {
            super(message, null, false, false);
        }

        @Override
        public String toString() {
            return getMessage();
        }
    }
}
