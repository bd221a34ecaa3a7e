package sparketl;

import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import py4j.GatewayServer;

/**
 * The driver JVM that a .NET program starts. It tells its port on standard output, takes its token from the environment, and ends when
 * its standard input does: when the program that holds the other end is gone.
 */
public final class GatewayMain {
    private static final String TOKEN_VARIABLE = "SPARKETL_GATEWAY_TOKEN";
    private static final String PORT_LINE = "SPARKETL_GATEWAY_PORT ";
    private static final long STOP_MILLISECONDS = 4_000;

    private GatewayMain() {
    }

    /** Starts the gateway. */
    public static void main(String[] arguments) throws Exception {
        // A terminal's Ctrl-C is for the program, which stops us when it has cancelled what runs.
        ignore("INT");
        ignore("QUIT");
        String token = System.getenv(TOKEN_VARIABLE);
        if (token == null || token.isEmpty()) {
            System.err.println("The variable " + TOKEN_VARIABLE + " is not set; this program is started by sparketl, not by hand.");
            System.exit(2);
        }

        // What libraries print must not be taken for the port.
        PrintStream answers = System.out;
        System.setOut(System.err);
        final Sessions sessions = new Sessions();
        final InputStream program = System.in;
        Thread watch = new Thread(new Runnable() {
            public void run() {
                awaitEnd(program);
                end(sessions);
            }
        }, "sparketl-watch");
        watch.setDaemon(true);
        watch.start();

        InetAddress loopback = InetAddress.getLoopbackAddress();
        GatewayServer server = new GatewayServer.GatewayServerBuilder()
            .entryPoint(sessions).javaPort(0).javaAddress(loopback).authToken(token).build();
        server.start(true);
        answers.println(PORT_LINE + server.getListeningPort());
        answers.flush();
        Thread.currentThread().join();
    }

    private static void awaitEnd(InputStream program) {
        try {
            while (program.read() >= 0) {
                // Nothing is said on it; only its end counts.
            }
        } catch (java.io.IOException e) {
            // A broken pipe is an end too.
        }
    }

    private static void end(final Sessions sessions) {
        Thread stop = new Thread(new Runnable() {
            public void run() {
                try {
                    sessions.stop();
                } finally {
                    System.exit(0);
                }
            }
        }, "sparketl-stop");
        stop.setDaemon(true);
        stop.start();
        try {
            stop.join(STOP_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(0);
    }

    // By reflection: the class is not part of what a compiler for older releases knows.
    private static void ignore(String signal) {
        try {
            Class<?> signals = Class.forName("sun.misc.Signal");
            Class<?> handlers = Class.forName("sun.misc.SignalHandler");
            Object handler = handlers.getField("SIG_IGN").get(null);
            signals.getMethod("handle", signals, handlers).invoke(null, signals.getConstructor(String.class).newInstance(signal), handler);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            System.err.println("The signal " + signal + " cannot be ignored here: " + e);
        }
    }
}
