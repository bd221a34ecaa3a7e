package sparketl;

import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.execution.SQLExecution;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.types.StructType;

/** Rows of queries that ran, given in blocks. */
final class Results {
    private static final int BLOCK_BYTES = 2 << 20;

    private final ConcurrentHashMap<Long, Open> open = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();

    private static final class Open {
        final java.util.Iterator<InternalRow> rows;
        final RowWriter[] writers;

        Open(java.util.Iterator<InternalRow> rows, RowWriter[] writers) {
            this.rows = rows;
            this.writers = writers;
        }
    }

    /** Runs a query; the number under which its rows are asked for. */
    long run(final QueryExecution query, StructType schema, final long tail) throws Exception {
        RowWriter[] writers = RowWriter.of(schema);
        java.util.Iterator<InternalRow> rows = SQLExecution.withNewExecutionId(
            query, new scala.Some<String>("collect"), new scala.runtime.AbstractFunction0<java.util.Iterator<InternalRow>>() {
                public java.util.Iterator<InternalRow> apply() {
                    return rows(query.executedPlan(), query.optimizedPlan().nodeName(), tail);
                }
            });
        long number = numbers.incrementAndGet();
        open.put(number, new Open(rows, writers));
        return number;
    }

    /** Writes whether there is more, the number of rows, the rows. */
    void writeBlock(long number, Output out) {
        Open result = open.get(number);
        int start = out.size();
        out.writeBoolean(false);
        out.writeInt(0);
        int count = 0;
        if (result != null) {
            while (out.size() - start < BLOCK_BYTES && result.rows.hasNext()) {
                RowWriter.writeAll(result.writers, result.rows.next(), out);
                count++;
            }
            out.writeIntAt(start + 1, count);
            if (result.rows.hasNext()) {
                out.setByteAt(start, 1);
            } else {
                open.remove(number);
            }
        }
    }

    void close(long number) {
        open.remove(number);
    }

    // Rows of one partition after the other are decoded as they are asked for. A plan that needs no job, or that stops early, knows a
    // shorter way than to run all of its partitions.
    private static java.util.Iterator<InternalRow> rows(SparkPlan plan, String optimized, long tail) {
        if (tail >= 0) {
            return Arrays.asList(plan.executeTail((int) Math.min(tail, Integer.MAX_VALUE))).iterator();
        }
        String name = plan.getClass().getSimpleName();
        if (name.equals("LocalTableScanExec") || name.equals("CommandResultExec") || name.equals("CollectLimitExec")
            || name.equals("TakeOrderedAndProjectExec") || optimized.equals("GlobalLimit") || optimized.equals("ReturnAnswer")) {
            return Arrays.asList(plan.executeCollect()).iterator();
        }
        final scala.collection.Iterator<InternalRow> lazily = plan.executeCollectIterator()._2();
        return new java.util.Iterator<InternalRow>() {
            public boolean hasNext() {
                return lazily.hasNext();
            }

            public InternalRow next() {
                return lazily.next();
            }
        };
    }
}
