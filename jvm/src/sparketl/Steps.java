package sparketl;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/** The relations that a statement refers to, made one after the other before it: each a dataset under the name of a temporary view. */
final class Steps {
    private static final int LOCAL_ROWS = 0;

    private final SparkSession session;
    private final Sessions owner;
    private final List<String> transientViews = new ArrayList<>();
    private final List<Dataset<Row>> transientRows = new ArrayList<>();
    private final List<String> observed = new ArrayList<>();
    private final List<Dataset<Row>> observedRows = new ArrayList<>();

    Steps(SparkSession session, Sessions owner) {
        this.session = session;
        this.owner = owner;
    }

    /** The names under which the steps observe. */
    List<String> observed() {
        return observed;
    }

    void make(Input in) throws Exception {
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            if (in.readByte() == LOCAL_ROWS) {
                String view = in.readText();
                StructType schema = (StructType) Types.read(in);
                add(view, session.createDataFrame(RowReader.readRows(in, schema), schema), true);
            } else {
                query(in);
            }
        }
    }

    private void query(Input in) throws Exception {
        String view = in.readText();
        Dataset<Row> rows = session.sql(in.readText());
        String name = in.readText();
        List<String> metrics = in.readTexts();
        boolean persist = in.readBoolean();
        boolean keep = in.readBoolean();
        boolean materialise = in.readBoolean();
        if (name != null) {
            Column[] rest = new Column[metrics.size() - 1];
            for (int m = 0; m < rest.length; m++) {
                rest[m] = functions.expr(metrics.get(m + 1));
            }
            rows = rows.observe(name, functions.expr(metrics.get(0)), rest);
            observed.add(name);
            observedRows.add(rows);
        }
        if (persist) {
            rows.persist();
            if (keep) {
                owner.keep(view, rows);
            } else {
                transientRows.add(rows);
            }
        }
        add(view, rows, !keep);
        if (materialise) {
            owner.count(session.table(view));
        }
    }

    private void add(String view, Dataset<Row> rows, boolean isTransient) {
        rows.createOrReplaceTempView(view);
        if (isTransient) {
            transientViews.add(view);
        }
    }

    /** The views were needed only to analyse the statement. */
    void dropViews() {
        for (String view : transientViews) {
            owner.forget(view);
        }
        transientViews.clear();
    }

    /** Counts for its metrics alone what the statement did not need to read: Spark may find that it needs none of its rows. */
    void completeMetrics(Metrics metrics) throws Exception {
        for (int i = 0; i < observed.size(); i++) {
            if (!metrics.has(observed.get(i))) {
                owner.count(observedRows.get(i));
            }
        }
    }

    void releaseRows() {
        for (Dataset<Row> rows : transientRows) {
            rows.unpersist(false);
        }
        transientRows.clear();
    }
}
