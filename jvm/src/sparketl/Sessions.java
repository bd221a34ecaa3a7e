package sparketl;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkJobInfo;
import org.apache.spark.SparkStageInfo;
import org.apache.spark.SparkStatusTracker;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.plans.logical.UnaryNode;
import org.apache.spark.sql.catalyst.plans.logical.View;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.execution.SQLExecution;
import org.apache.spark.sql.execution.ExplainMode;
import org.apache.spark.sql.execution.columnar.InMemoryRelation;

/**
 * The entry point of the gateway: one session, and what the engine asks of it. Every call takes and gives bytes (see {@link Input}); the
 * first byte of an answer says whether it is an error. One call does a whole action, so that a query is one round trip.
 */
public final class Sessions {
    private static final int ANSWERED = 0;
    private static final int FAILED = 1;
    private static final int COLLECT = 0;
    private static final int WRITE = 1;
    private static final int EXPLAIN = 2;
    private static final int NOTHING = 3;
    private static final long METRICS_MILLISECONDS = 5_000;

    private final Results results = new Results();
    private final Metrics metrics = new Metrics();
    private final Map<String, Dataset<Row>> kept = new ConcurrentHashMap<>();
    private final Set<String> cancelled = ConcurrentHashMap.newKeySet();
    private volatile SparkSession session;
    private volatile String failure;

    /** The program says why it is about to fail, in the words that it shows. */
    public void fail(String message) {
        failure = message;
    }

    /** Why the program failed; null when it did not say. */
    String failure() {
        return failure;
    }

    /** Of some settings, those that spark-submit gave, with their values. */
    public byte[] given(byte[] request) {
        return answer(request, (in, out) -> {
            SparkConf conf = new SparkConf();
            int position = out.size();
            int count = 0;
            out.writeInt(0);
            for (String key : in.readTexts()) {
                if (conf.contains(key)) {
                    out.writeText(key);
                    out.writeText(conf.get(key));
                    count++;
                }
            }
            out.writeIntAt(position, count);
        });
    }

    /** Starts the session with settings; answers Spark's version, the application's id, the address of its UI, the master, the deploy mode. */
    public byte[] start(byte[] request) {
        return answer(request, (in, out) -> {
            SparkSession.Builder builder = SparkSession.builder();
            for (Map.Entry<String, String> setting : in.readOptions().entrySet()) {
                builder.config(setting.getKey(), setting.getValue());
            }
            session = builder.getOrCreate();
            session.listenerManager().register(metrics);
            SparkContext context = session.sparkContext();
            out.writeText(session.version());
            out.writeText(context.applicationId());
            out.writeText(context.uiWebUrl().isDefined() ? context.uiWebUrl().get() : null);
            out.writeText(context.master());
            out.writeText(context.deployMode());
        });
    }

    /** Changes settings of the running session. */
    public byte[] configure(byte[] request) {
        return answer(request, (in, out) -> {
            for (Map.Entry<String, String> setting : in.readOptions().entrySet()) {
                session.conf().set(setting.getKey(), setting.getValue());
            }
        });
    }

    /** Makes a read the view of a name, its columns c0, c1, ...; answers its schema. */
    public byte[] read(byte[] request) {
        return answer(request, (in, out) -> {
            String view = in.readText();
            String format = in.readText();
            Map<String, String> options = in.readOptions();
            DataFrameReader reader = session.read().format(format).options(options);
            if (in.readBoolean()) {
                reader.schema((org.apache.spark.sql.types.StructType) Types.read(in));
            }
            List<String> paths = in.readTexts();
            List<String> predicates = in.readTexts();
            Dataset<Row> rows = !predicates.isEmpty() ? byPredicates(reader, options, predicates)
                : paths.isEmpty() ? reader.load() : reader.load(paths.toArray(new String[0]));
            define(view, rows, out);
        });
    }

    private static Dataset<Row> byPredicates(DataFrameReader reader, Map<String, String> options, List<String> predicates) {
        return reader.jdbc(options.get("url"), options.get("dbtable"), predicates.toArray(new String[0]), new java.util.Properties());
    }

    /** Asks a database through its driver; answers as {@link Databases} says, after the number of tasks that run at once. */
    public byte[] ask(byte[] request) {
        return answer(request, (in, out) -> {
            out.writeInt(session.sparkContext().defaultParallelism());
            Databases.ask(in, out);
        });
    }

    /** Makes a table of Spark's catalogue the view of a name; answers whether there is one, and its schema. */
    public byte[] table(byte[] request) {
        return answer(request, (in, out) -> {
            String view = in.readText();
            String name = in.readText();
            boolean exists = session.catalog().tableExists(name);
            out.writeBoolean(exists);
            if (exists) {
                define(view, session.table(name), out);
            }
        });
    }

    /** The names of the tables of Spark's catalogue, and of views that are not ours. */
    public byte[] tables(byte[] request) {
        return answer(request, (in, out) -> {
            String prefix = in.readText();
            List<Row> rows = session.sql("SHOW TABLES").collectAsList();
            int position = out.size();
            int count = 0;
            out.writeInt(0);
            for (Row row : rows) {
                String name = row.getString(1);
                if (!name.startsWith(prefix)) {
                    out.writeText(name);
                    count++;
                }
            }
            out.writeIntAt(position, count);
        });
    }

    /** Runs an action: the steps it needs, then the statement. */
    public byte[] run(byte[] request) {
        return answer(request, (in, out) -> {
            String group = in.readText();
            session.sparkContext().setJobGroup(group, in.readText(), true);
            Steps steps = new Steps(session, this);
            try {
                requireNotCancelled(group);
                steps.make(in);
                requireNotCancelled(group);
                statement(in, steps, out);
            } finally {
                steps.dropViews();
                steps.releaseRows();
                cancelled.remove(group);
            }
        });
    }

    private void statement(Input in, Steps steps, Output out) throws Exception {
        int action = in.readByte();
        if (action == NOTHING) {
            steps.completeMetrics(metrics);
            metrics.write(steps.observed(), out);
            return;
        }
        Dataset<Row> rows = session.sql(in.readText());
        switch (action) {
            case COLLECT:
                Types.write(rows.schema(), out);
                long tail = in.readLong();
                // The plan's types are checked before any job is submitted.
                if (!in.readText().equals(describe(rows))) {
                    out.writeLong(-1);
                    return;
                }
                QueryExecution query = rows.queryExecution();
                long number = results.run(query, rows.schema(), tail);
                metrics.add(query);
                steps.completeMetrics(metrics);
                out.writeLong(number);
                metrics.write(steps.observed(), out);
                results.writeBlock(number, out);
                break;
            case WRITE:
                write(in, rows);
                if (!steps.observed().isEmpty()) {
                    metrics.await(steps.observed(), METRICS_MILLISECONDS);
                }
                steps.completeMetrics(metrics);
                metrics.write(steps.observed(), out);
                break;
            case EXPLAIN:
                out.writeText(rows.queryExecution().explainString(ExplainMode.fromString("simple")));
                break;
            default:
                throw new IllegalArgumentException("There is no action " + action + ".");
        }
    }

    private static String describe(Dataset<Row> rows) {
        StringBuilder text = new StringBuilder();
        for (org.apache.spark.sql.types.StructField field : rows.schema().fields()) {
            text.append(field.dataType().catalogString()).append('\n');
        }
        return text.toString();
    }

    private static void write(Input in, Dataset<Row> rows) {
        DataFrameWriter<Row> writer = rows.write().format(in.readText());
        String path = in.readText();
        String table = in.readText();
        writer.mode(in.readText());
        List<String> partitionBy = in.readTexts();
        if (!partitionBy.isEmpty()) {
            writer.partitionBy(partitionBy.toArray(new String[0]));
        }
        writer.options(in.readOptions());
        if (path != null) {
            writer.save(path);
        } else if (table != null) {
            writer.saveAsTable(table);
        } else {
            writer.save();
        }
    }

    /** The next rows of a result. */
    public byte[] next(long number) {
        return answer(null, (in, out) -> results.writeBlock(number, out));
    }

    /** The rest of a result is not wanted. */
    public void close(long number) {
        results.close(number);
    }

    /** Forgets kept rows. */
    public byte[] release(String view) {
        return answer(null, (in, out) -> {
            Dataset<Row> rows = kept.remove(view);
            if (rows != null) {
                rows.unpersist(false);
            }
            forget(view);
        });
    }

    /** Stops the jobs of an action. Called again until the action ends, for it may be between two jobs. */
    public void cancel(String group) {
        cancelled.add(group);
        SparkSession running = session;
        if (running != null) {
            running.sparkContext().cancelJobGroup(group);
        }
    }

    /** How much of an action's known tasks is done, 0 to 1. */
    public double progress(String group) {
        SparkSession running = session;
        if (running == null) {
            return 0;
        }
        SparkStatusTracker tracker = running.sparkContext().statusTracker();
        long done = 0;
        long all = 0;
        for (int job : tracker.getJobIdsForGroup(group)) {
            scala.Option<SparkJobInfo> info = tracker.getJobInfo(job);
            if (info.isEmpty()) {
                continue;
            }
            for (int stage : info.get().stageIds()) {
                scala.Option<SparkStageInfo> stageInfo = tracker.getStageInfo(stage);
                if (stageInfo.isDefined()) {
                    done += stageInfo.get().numCompletedTasks();
                    all += stageInfo.get().numTasks();
                }
            }
        }
        return all == 0 ? 0 : (double) done / all;
    }

    /** Stops the session. */
    public void stop() {
        stop(0);
    }

    /** Stops the session; a cluster is told how the application ended. */
    void stop(int exitCode) {
        SparkSession running = session;
        session = null;
        if (running != null) {
            running.sparkContext().stop(exitCode);
        }
    }

    /**
     * Forgets the name of a view and nothing else. Spark's public way to drop a view also gives up, on Spark 4, all kept rows that were
     * computed through it.
     */
    void forget(String view) {
        session.sessionState().catalog().dropTempView(view);
    }

    void keep(String view, Dataset<Row> rows) {
        kept.put(view, rows);
    }

    /** Reads all rows of a relation, for what happens on the way. */
    void count(Dataset<Row> rows) {
        final QueryExecution query = rows.queryExecution();
        SQLExecution.withNewExecutionId(query, new scala.Some<String>("count"), new scala.runtime.AbstractFunction0<Object>() {
            public Object apply() {
                return compute(query).count();
            }
        });
        metrics.add(query);
    }

    // Of rows that are kept, the blocks as they are kept: a count of the rows would decode them again.
    private static RDD<?> compute(QueryExecution query) {
        LogicalPlan plan = query.withCachedData();
        while (plan instanceof SubqueryAlias || plan instanceof View) {
            plan = ((UnaryNode) plan).child();
        }
        return plan instanceof InMemoryRelation ? ((InMemoryRelation) plan).cacheBuilder().cachedColumnBuffers() : query.executedPlan().execute();
    }

    private void define(String view, Dataset<Row> rows, Output out) {
        int count = rows.schema().fields().length;
        String[] names = new String[count];
        for (int i = 0; i < count; i++) {
            names[i] = "c" + i;
        }
        rows.toDF(names).createOrReplaceTempView(view);
        Types.write(rows.schema(), out);
    }

    private void requireNotCancelled(String group) {
        if (cancelled.contains(group)) {
            throw new java.util.concurrent.CancellationException("The action was cancelled.");
        }
    }

    private interface Work {
        void run(Input in, Output out) throws Exception;
    }

    private byte[] answer(final byte[] request, final Work work) {
        final Output out = new Output(16 * 1024);
        out.writeByte(ANSWERED);
        try {
            DeepStack.call(new Callable<Void>() {
                public Void call() throws Exception {
                    work.run(request == null ? null : new Input(request), out);
                    return null;
                }
            });
            return out.toBytes();
        } catch (Throwable error) {
            Output failed = new Output(4096);
            failed.writeByte(FAILED);
            Failures.write(error, failed);
            return failed.toBytes();
        }
    }
}
