package sparketl;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.*;

/** Reads rows that the .NET side wrote in the form of {@link RowWriter}, as the values that Spark takes for its types. */
final class RowReader {
    private RowReader() {
    }

    static List<Row> readRows(Input in, StructType schema) {
        int count = in.readInt();
        List<Row> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            rows.add(readRow(in, schema));
        }
        return rows;
    }

    private static Row readRow(Input in, StructType schema) {
        StructField[] fields = schema.fields();
        Object[] values = new Object[fields.length];
        for (int i = 0; i < fields.length; i++) {
            values[i] = readNullable(in, fields[i].dataType());
        }
        return RowFactory.create(values);
    }

    private static Object readNullable(Input in, DataType type) {
        return in.readByte() == 0 ? null : read(in, type);
    }

    private static Object read(Input in, DataType type) {
        switch (Types.tag(type)) {
            case Types.BOOLEAN: return in.readBoolean();
            case Types.BYTE: return in.readByte();
            case Types.SHORT: return in.readShort();
            case Types.INT: return in.readInt();
            case Types.LONG: return in.readLong();
            case Types.FLOAT: return Float.intBitsToFloat(in.readInt());
            case Types.DOUBLE: return Double.longBitsToDouble(in.readLong());
            case Types.DECIMAL: return readDecimal(in, (DecimalType) type);
            case Types.STRING: return in.readText();
            case Types.BINARY: return in.readBytes();
            case Types.DATE: return LocalDate.ofEpochDay(in.readInt());
            case Types.TIMESTAMP: return Instant.EPOCH.plus(in.readLong(), ChronoUnit.MICROS);
            case Types.TIMESTAMP_NTZ: return LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC).plus(in.readLong(), ChronoUnit.MICROS);
            case Types.DAY_TIME: return Duration.of(in.readLong(), ChronoUnit.MICROS);
            case Types.YEAR_MONTH: return Period.ofMonths(in.readInt()).normalized();
            case Types.ARRAY: return readElements(in, ((ArrayType) type).elementType());
            case Types.MAP: return readMap(in, (MapType) type);
            case Types.STRUCT: return readRow(in, (StructType) type);
            default: throw new IllegalArgumentException("Values of the type " + type.catalogString() + " cannot be sent to Spark.");
        }
    }

    private static BigDecimal readDecimal(Input in, DecimalType type) {
        long low = in.readLong();
        if (type.precision() <= 18) {
            return BigDecimal.valueOf(low, type.scale());
        }
        long high = in.readLong();
        BigInteger unsigned = BigInteger.valueOf(low);
        if (low < 0) {
            unsigned = unsigned.add(BigInteger.ONE.shiftLeft(64));
        }
        return new BigDecimal(BigInteger.valueOf(high).shiftLeft(64).add(unsigned), type.scale());
    }

    private static Object[] readElements(Input in, DataType element) {
        Object[] values = new Object[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = readNullable(in, element);
        }
        return values;
    }

    private static Object readMap(Input in, MapType type) {
        Object[] keys = readElements(in, type.keyType());
        Object[] values = readElements(in, type.valueType());
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keys.length; i++) {
            map.put(keys[i], values[i]);
        }
        return scala.collection.JavaConverters.mapAsScalaMap(map);
    }
}
