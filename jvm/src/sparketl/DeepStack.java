package sparketl;

import java.util.concurrent.Callable;

/** Runs work on a thread with a large stack: Spark parses, analyses and plans by recursion, and generated queries may be deep. */
final class DeepStack {
    // Address space and not memory; where a cluster counts that too, the property makes it less. Spark takes no option that starts with -Dspark.
    private static final long STACK_BYTES = Long.getLong("etl.stack.megabytes", 1024L) << 20;

    private DeepStack() {
    }

    static <T> T call(final Callable<T> work) throws Exception {
        final Object[] result = new Object[1];
        final Throwable[] error = new Throwable[1];
        Thread thread = new Thread(null, new Runnable() {
            public void run() {
                try {
                    result[0] = work.call();
                } catch (Throwable t) {
                    error[0] = t;
                }
            }
        }, "sparketl-work", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        thread.join();
        if (error[0] instanceof Exception) {
            throw (Exception) error[0];
        }
        if (error[0] != null) {
            throw (Error) error[0];
        }
        @SuppressWarnings("unchecked")
        T value = (T) result[0];
        return value;
    }
}
