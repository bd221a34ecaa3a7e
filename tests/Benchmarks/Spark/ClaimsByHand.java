import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The claims job written by hand for Spark: the same reads of MySQL in the same parts, each table read and kept once with a column that
 * says what drops the row, three results, the numbers of the report, and the results made visible in Postgres in one transaction.
 * Arguments: MySQL's address, its user, Postgres' address, its user. Passwords: MYSQL_PASSWORD, POSTGRES_PASSWORD.
 */
public final class ClaimsByHand {
    private static final String PARTS = "2";
    private static SparkSession spark;
    private static String mysql;
    private static Map<String, String> options;

    public static void main(String[] arguments) throws Exception {
        mysql = arguments[0];
        options = new HashMap<>();
        options.put("url", mysql);
        options.put("driver", "com.mysql.cj.jdbc.Driver");
        options.put("user", arguments[1]);
        options.put("password", System.getenv("MYSQL_PASSWORD"));
        options.put("useCursorFetch", "true");
        options.put("fetchsize", "10000");
        options.put("zeroDateTimeBehavior", "CONVERT_TO_NULL");
        options.put("connectionTimeZone", "UTC");
        options.put("sslMode", "PREFERRED");
        spark = SparkSession.builder().appName("by hand").master("local[2]").config("spark.ui.enabled", "false")
            .config("spark.sql.ansi.enabled", "true").config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.shuffle.partitions", "8").getOrCreate();

        keep("treatment", "TREATMENT", "SELECT ID, PROGRAM_ID, TYPE, DATE_CREATED,"
            + " CASE WHEN COALESCE(ID, PROGRAM_ID) IS NULL AND STATUS IS NULL AND TYPE IS NULL AND DATE_CREATED IS NULL THEN 0"
            + " WHEN ID < 0 THEN 1 WHEN PROGRAM_ID < 0 THEN 2 END AS dropped_by FROM source");
        keep("claim", "CLAIM", "SELECT ID, TREATMENT_ID, PROGRAM_ID, TYPE, STATUS, AMOUNT, DATE_CREATED,"
            + " CASE WHEN COALESCE(ID, TREATMENT_ID, PROGRAM_ID) IS NULL AND TYPE IS NULL AND STATUS IS NULL AND AMOUNT IS NULL AND DATE_CREATED IS NULL THEN 0"
            + " WHEN ID < 0 THEN 1 WHEN TREATMENT_ID < 0 THEN 2 WHEN PROGRAM_ID < 0 THEN 3 WHEN AMOUNT = 0 THEN 4 END AS dropped_by FROM source");
        keep("invoice", "INVOICE", "SELECT ID, TREATMENT_ID, STATUS, DATE_CREATED,"
            + " CASE WHEN COALESCE(ID, TREATMENT_ID) IS NULL AND STATUS IS NULL AND DATE_CREATED IS NULL THEN 0"
            + " WHEN ID < 0 THEN 1 WHEN TREATMENT_ID < 0 THEN 2 END AS dropped_by FROM source");
        keep("invoice_item", "INVOICE_ITEM", "SELECT INVOICE_ID, AMOUNT, DATE_CREATED,"
            + " CASE WHEN COALESCE(ID, INVOICE_ID, PRODUCT_ID) IS NULL AND STATUS IS NULL AND AMOUNT IS NULL AND DATE_CREATED IS NULL THEN 0"
            + " WHEN ID < 0 THEN 1 WHEN INVOICE_ID < 0 THEN 2 WHEN PRODUCT_ID < 0 THEN 3 WHEN AMOUNT = 0 THEN 4 END AS dropped_by FROM source");

        // What the donors of each backfill give, for the keys that are asked for.
        keep("claim_date", dates("treatment", "ID",
            "SELECT TREATMENT_ID FROM claim WHERE DATE_CREATED IS NULL AND dropped_by IS DISTINCT FROM 0"));
        keep("invoice_date", dates("treatment", "ID",
            "SELECT TREATMENT_ID FROM invoice WHERE DATE_CREATED IS NULL AND dropped_by IS DISTINCT FROM 0"));
        view("filled_invoice", "SELECT i.ID, i.TREATMENT_ID, i.STATUS, COALESCE(i.DATE_CREATED, d.value) AS DATE_CREATED, i.dropped_by"
            + " FROM invoice i LEFT JOIN invoice_date d ON d.key = CASE WHEN i.DATE_CREATED IS NULL THEN i.TREATMENT_ID END"
            + " WHERE i.dropped_by IS DISTINCT FROM 0");
        keep("item_date", dates("filled_invoice", "ID",
            "SELECT INVOICE_ID FROM invoice_item WHERE DATE_CREATED IS NULL AND dropped_by IS DISTINCT FROM 0"));
        keep("treatment_program", program("PROGRAM_ID", "PROGRAM_ID >= 0"));
        keep("treatment_type", program("TYPE", "TYPE IS NOT NULL"));

        keep("claim_agg", "SELECT STATUS AS status, COUNT(*) AS total_claims, CAST(SUM(AMOUNT) AS DECIMAL(28, 2)) AS total_amount,"
            + " CAST(AVG(AMOUNT) AS DECIMAL(22, 6)) AS avg_amount, MAX(AMOUNT) AS max_amount, MIN(AMOUNT) AS min_amount"
            + " FROM claim WHERE dropped_by IS NULL GROUP BY STATUS");
        List<Row> claims = spark.table("claim_agg").collectAsList();
        List<Row> invoices = spark.sql("SELECT STATUS AS status, COUNT(*) AS total_invoices, MAX(DATE_CREATED) AS latest_date_created"
            + " FROM filled_invoice WHERE dropped_by IS NULL GROUP BY STATUS").collectAsList();
        keep("status_invoice", "SELECT DISTINCT c.STATUS, i.ID FROM (SELECT DISTINCT STATUS, TREATMENT_ID FROM claim WHERE dropped_by IS NULL) c"
            + " JOIN invoice i ON i.TREATMENT_ID = c.TREATMENT_ID WHERE i.dropped_by IS NULL AND i.ID IS NOT NULL");
        List<Row> byStatus = spark.sql("SELECT a.status, COALESCE(n.total_invoices, 0L) AS total_invoices, CAST(s.total AS DECIMAL(28, 2)) AS total_invoice_amount"
            + " FROM claim_agg a LEFT JOIN (SELECT STATUS, COUNT(*) AS total_invoices FROM status_invoice GROUP BY STATUS) n ON n.STATUS <=> a.status"
            + " LEFT JOIN (SELECT p.STATUS, SUM(t.AMOUNT) AS total FROM status_invoice p JOIN invoice_item t ON t.INVOICE_ID = p.ID"
            + " WHERE t.dropped_by IS NULL GROUP BY p.STATUS) s ON s.STATUS <=> a.status").collectAsList();

        for (String table : new String[] {"treatment", "claim", "invoice", "invoice_item"}) {
            print("dropped " + table, "SELECT dropped_by, COUNT(*) FROM " + table + " GROUP BY dropped_by ORDER BY dropped_by");
        }
        filled("claim", "claim_date", "TREATMENT_ID");
        filled("invoice", "invoice_date", "TREATMENT_ID");
        filled("invoice_item", "item_date", "INVOICE_ID");
        print("filled treatment", "SELECT COUNT_IF(t.PROGRAM_ID IS NULL AND p.key IS NOT NULL), COUNT_IF(t.PROGRAM_ID IS NULL AND p.key IS NULL),"
            + " COUNT_IF(t.TYPE IS NULL AND y.key IS NOT NULL), COUNT_IF(t.TYPE IS NULL AND y.key IS NULL),"
            + " COUNT_IF((t.PROGRAM_ID IS NULL AND p.key IS NOT NULL) OR (t.TYPE IS NULL AND y.key IS NOT NULL)) FROM treatment t"
            + " LEFT JOIN treatment_program p ON p.key = CASE WHEN t.PROGRAM_ID IS NULL THEN t.ID END"
            + " LEFT JOIN treatment_type y ON y.key = CASE WHEN t.TYPE IS NULL THEN t.ID END"
            + " WHERE t.dropped_by IS DISTINCT FROM 0 AND (t.PROGRAM_ID IS NULL OR t.TYPE IS NULL)");
        print("conflicts", "SELECT 'program', COUNT_IF(conflict) FROM treatment_program UNION ALL SELECT 'type', COUNT_IF(conflict) FROM treatment_type"
            + " UNION ALL SELECT 'claim', COUNT_IF(conflict) FROM claim_date UNION ALL SELECT 'invoice', COUNT_IF(conflict) FROM invoice_date"
            + " UNION ALL SELECT 'item', COUNT_IF(conflict) FROM item_date");

        try (Connection postgres = DriverManager.getConnection(arguments[2], arguments[3], System.getenv("POSTGRES_PASSWORD"))) {
            postgres.setAutoCommit(false);
            publish(postgres, "claim_agg", "status text, total_claims bigint, total_amount numeric(28,2), avg_amount numeric(22,6), max_amount numeric(18,2), min_amount numeric(18,2)", claims);
            publish(postgres, "invoice_agg", "status text, total_invoices bigint, latest_date_created timestamp", invoices);
            publish(postgres, "invoice_by_claim_status", "status text, total_invoices bigint, total_invoice_amount numeric(28,2)", byStatus);
            postgres.commit();
        }
        spark.stop();
    }

    private static String dates(String givers, String key, String asked) {
        return "SELECT " + key + " AS key, MIN(DATE_CREATED) AS value, MIN(DATE_CREATED) <> MAX(DATE_CREATED) AS conflict FROM " + givers
            + " WHERE dropped_by IS DISTINCT FROM 0 AND " + key + " IN (" + asked + ") GROUP BY " + key + " HAVING MIN(DATE_CREATED) IS NOT NULL";
    }

    private static String program(String column, String condition) {
        return "SELECT TREATMENT_ID AS key, MIN(" + column + ") <> MAX(" + column + ") AS conflict FROM claim WHERE dropped_by IS DISTINCT FROM 0 AND " + condition
            + " AND TREATMENT_ID IN (SELECT ID FROM treatment WHERE " + column + " IS NULL AND dropped_by IS DISTINCT FROM 0) GROUP BY TREATMENT_ID";
    }

    private static void filled(String table, String dates, String key) {
        print("filled " + table, "SELECT COUNT(d.key), COUNT(*) - COUNT(d.key) FROM " + table + " c LEFT JOIN " + dates + " d ON d.key = c." + key
            + " WHERE c.DATE_CREATED IS NULL AND c.dropped_by IS DISTINCT FROM 0");
    }

    private static void keep(String name, String table, String query) throws Exception {
        long first = 0;
        long last = 0;
        try (Connection connection = DriverManager.getConnection(mysql + "?sslMode=PREFERRED", options.get("user"), options.get("password"));
             Statement statement = connection.createStatement();
             ResultSet bounds = statement.executeQuery("SELECT MIN(ID), MAX(ID) FROM " + table + " WHERE ID >= 0")) {
            if (bounds.next()) {
                first = bounds.getLong(1);
                last = bounds.getLong(2);
            }
        }
        spark.read().format("jdbc").options(options).option("dbtable", table).option("partitionColumn", "ID")
            .option("lowerBound", first).option("upperBound", last).option("numPartitions", PARTS).load().createOrReplaceTempView("source");
        keep(name, query);
    }

    private static void keep(String name, String query) {
        Dataset<Row> rows = spark.sql(query);
        rows.persist();
        rows.createOrReplaceTempView(name);
    }

    private static void view(String name, String query) {
        spark.sql(query).createOrReplaceTempView(name);
    }

    private static void print(String what, String query) {
        for (Row row : spark.sql(query).collectAsList()) {
            System.out.println(what + ": " + row);
        }
    }

    private static void publish(Connection postgres, String table, String columns, List<Row> rows) throws Exception {
        List<String> places = new ArrayList<>();
        for (int i = 0; i < columns.replaceAll("\\(.*?\\)", "").split(",").length; i++) {
            places.add("?");
        }
        try (Statement statement = postgres.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS " + table + "_new");
            statement.execute("CREATE TABLE " + table + "_new (" + columns + ")");
        }
        try (PreparedStatement insert = postgres.prepareStatement("INSERT INTO " + table + "_new VALUES (" + String.join(", ", places) + ")")) {
            for (Row row : rows) {
                for (int i = 0; i < row.length(); i++) {
                    insert.setObject(i + 1, row.get(i) instanceof BigDecimal ? row.getDecimal(i) : row.get(i));
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
        try (Statement statement = postgres.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS " + table);
            statement.execute("ALTER TABLE " + table + "_new RENAME TO " + table);
        }
    }
}
