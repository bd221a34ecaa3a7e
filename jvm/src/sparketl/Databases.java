package sparketl;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Questions to a database through its JDBC driver, outside of Spark's jobs: is it there, what does it hold, what are the bounds of a column. */
final class Databases {
    private static final int ANSWERED = 0;
    private static final int NO_DRIVER = 1;
    private static final int REFUSED = 2;

    private Databases() {
    }

    /**
     * Connects by the first way whose driver is on the class path, or by the next one of the same driver where the server has no
     * encryption, and answers which way it was and the rows of each query as text.
     */
    static void ask(Input in, Output out) {
        int count = in.readInt();
        String[] drivers = new String[count];
        String[] urls = new String[count];
        Properties[] properties = new Properties[count];
        for (int i = 0; i < count; i++) {
            drivers[i] = in.readText();
            urls[i] = in.readText();
            properties[i] = new Properties();
            for (Map.Entry<String, String> option : in.readOptions().entrySet()) {
                properties[i].setProperty(option.getKey(), option.getValue());
            }
        }
        List<String> queries = in.readTexts();
        SQLException refusal = null;
        String refusedDriver = null;
        for (int way = 0; way < count; way++) {
            if (refusedDriver != null && !refusedDriver.equals(drivers[way])) {
                continue;
            }
            Driver driver = load(drivers[way]);
            if (driver == null) {
                continue;
            }
            int start = out.size();
            try (Connection connection = driver.connect(urls[way], properties[way])) {
                if (connection == null) {
                    throw new SQLException("The driver " + drivers[way] + " does not take the address.", "08001");
                }
                out.writeByte(ANSWERED);
                out.writeInt(way);
                for (String query : queries) {
                    rows(connection, query, out);
                }
                return;
            } catch (SQLException e) {
                out.truncate(start);
                refusal = refusal == null ? e : refusal;
                if (!hasNoEncryption(e)) {
                    break;
                }
                refusedDriver = drivers[way];
            }
        }
        if (refusal == null) {
            out.writeByte(NO_DRIVER);
            return;
        }
        out.writeByte(REFUSED);
        out.writeText(refusal.getSQLState());
        out.writeInt(refusal.getErrorCode());
        out.writeText(words(refusal));
    }

    private static Driver load(String name) {
        try {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            return (Driver) Class.forName(name, true, loader == null ? Databases.class.getClassLoader() : loader).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            return null;
        }
    }

    private static void rows(Connection connection, String query, Output out) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
            int columns = rows.getMetaData().getColumnCount();
            out.writeInt(columns);
            int position = out.size();
            int count = 0;
            out.writeInt(0);
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    out.writeText(rows.getString(i));
                }
                count++;
            }
            out.writeIntAt(position, count);
        }
    }

    private static boolean hasNoEncryption(SQLException error) {
        String text = String.valueOf(error.getMessage()).toLowerCase(java.util.Locale.ROOT);
        return text.contains("ssl not enabled") || text.contains("does not support ssl") || text.contains("not support ssl");
    }

    // A driver's own words end where its advice begins; what caused it often says more.
    private static String words(SQLException error) {
        Throwable last = error;
        while (last.getCause() != null && last.getCause() != last) {
            last = last.getCause();
        }
        String own = firstLine(error.getMessage());
        String cause = last == error ? null : firstLine(last.getMessage());
        return own == null ? String.valueOf(cause) : cause == null || own.contains(cause) ? own : own + ": " + cause;
    }

    private static String firstLine(String text) {
        if (text == null) {
            return null;
        }
        String trimmed = text.trim();
        int end = trimmed.indexOf('\n');
        return end < 0 ? trimmed : trimmed.substring(0, end).trim();
    }
}
