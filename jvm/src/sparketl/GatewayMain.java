package sparketl;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * The driver JVM that a .NET program starts. It tells its port on standard output, takes its token from the environment, and ends when
 * its standard input does: when the program that holds the other end is gone.
 */
public final class GatewayMain {
    private static final String PORT_LINE = "SPARKETL_GATEWAY_PORT ";
    private static final long STOP_MILLISECONDS = 4_000;

    private GatewayMain() {
    }

    /** Starts the gateway. */
    public static void main(String[] arguments) throws Exception {
        // A terminal's Ctrl-C is for the program, which stops us when it has cancelled what runs.
        Signals.ignore("INT");
        Signals.ignore("QUIT");
        String token = System.getenv(Gateway.TOKEN_VARIABLE);
        if (token == null || token.isEmpty()) {
            System.err.println("The variable " + Gateway.TOKEN_VARIABLE + " is not set; this program is started by sparketl, not by hand.");
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

        answers.println(PORT_LINE + Gateway.start(sessions, token).port());
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
}
