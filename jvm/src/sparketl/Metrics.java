package sparketl;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.util.QueryExecutionListener;

/**
 * What observed relations counted, by the name each has once in the life of the session. A query that we run tells it itself; one that
 * Spark's writer runs tells it to listeners, a little later.
 */
final class Metrics implements QueryExecutionListener {
    private final ConcurrentHashMap<String, Row> seen = new ConcurrentHashMap<>();
    private final Object arrived = new Object();

    @Override
    public void onSuccess(String function, QueryExecution query, long nanoseconds) {
        add(query);
    }

    @Override
    public void onFailure(String function, QueryExecution query, Exception error) {
        // What a failed query counted is not told: its rows were not all read.
    }

    void add(QueryExecution query) {
        scala.collection.Iterator<scala.Tuple2<String, Row>> metrics = query.observedMetrics().iterator();
        while (metrics.hasNext()) {
            scala.Tuple2<String, Row> metric = metrics.next();
            seen.put(metric._1(), metric._2());
        }
        synchronized (arrived) {
            arrived.notifyAll();
        }
    }

    boolean has(String name) {
        return seen.containsKey(name);
    }

    /** Waits until all are there or the time is over. */
    void await(List<String> names, long milliseconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
        synchronized (arrived) {
            while (!seen.keySet().containsAll(names)) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    return;
                }
                arrived.wait(left);
            }
        }
    }

    /** Writes each with its schema and values, and forgets it. A missing one is an error, never zero. */
    void write(List<String> names, Output out) {
        out.writeInt(names.size());
        for (String name : names) {
            Row row = seen.remove(name);
            if (row == null) {
                throw new IllegalStateException("The metrics of an observed frame did not arrive: no action passed all of its rows.");
            }
            Types.write(row.schema(), out);
            InternalRow values = (InternalRow) CatalystTypeConverters.createToCatalystConverter(row.schema()).apply(row);
            RowWriter.writeAll(RowWriter.of(row.schema()), values, out);
        }
    }
}
