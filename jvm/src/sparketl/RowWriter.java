package sparketl;

import java.math.BigInteger;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.MapData;
import org.apache.spark.sql.types.*;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Writes the values of a row, exactly: before each a byte that is 0 for null; timestamps in microseconds, doubles by their bits, decimals
 * by their unscaled number (8 bytes up to 18 digits, else 16).
 */
abstract class RowWriter {
    private static final int LONG_DIGITS = 18;

    /** Writes a value that is not null. */
    abstract void write(SpecializedGetters from, int index, Output out);

    static RowWriter[] of(StructType schema) {
        StructField[] fields = schema.fields();
        RowWriter[] writers = new RowWriter[fields.length];
        for (int i = 0; i < fields.length; i++) {
            writers[i] = of(fields[i].dataType());
        }
        return writers;
    }

    static void writeAll(RowWriter[] writers, SpecializedGetters row, Output out) {
        for (int i = 0; i < writers.length; i++) {
            writeNullable(writers[i], row, i, out);
        }
    }

    private static void writeNullable(RowWriter writer, SpecializedGetters from, int index, Output out) {
        if (from.isNullAt(index)) {
            out.writeByte(0);
        } else {
            out.writeByte(1);
            writer.write(from, index, out);
        }
    }

    private static RowWriter of(final DataType type) {
        switch (Types.tag(type)) {
            case Types.NULL:
                return new RowWriter() {
                    void write(SpecializedGetters from, int i, Output out) {
                    }
                };
            case Types.BOOLEAN:
                return new RowWriter() {
                    void write(SpecializedGetters from, int i, Output out) {
                        out.writeBoolean(from.getBoolean(i));
                    }
                };
            case Types.BYTE:
                return new RowWriter() {
                    void write(SpecializedGetters from, int i, Output out) {
                        out.writeByte(from.getByte(i));
                    }
                };
            case Types.SHORT:
                return new RowWriter() {
                    void write(SpecializedGetters from, int i, Output out) {
                        out.writeShort(from.getShort(i));
                    }
                };
            case Types.INT:
            case Types.DATE:
            case Types.YEAR_MONTH:
                return new RowWriter() {
                    void write(SpecializedGetters from, int i, Output out) {
                        out.writeInt(from.getInt(i));
                    }
                };
            case Types.LONG:
            case Types.TIMESTAMP:
            case Types.TIMESTAMP_NTZ:
            case Types.DAY_TIME:
                return new RowWriter() {
                    void write(SpecializedGetters from, int i, Output out) {
                        out.writeLong(from.getLong(i));
                    }
                };
            case Types.FLOAT:
                return new RowWriter() {
                    void write(SpecializedGetters from, int i, Output out) {
                        out.writeInt(Float.floatToRawIntBits(from.getFloat(i)));
                    }
                };
            case Types.DOUBLE:
                return new RowWriter() {
                    void write(SpecializedGetters from, int i, Output out) {
                        out.writeLong(Double.doubleToRawLongBits(from.getDouble(i)));
                    }
                };
            case Types.DECIMAL:
                return ofDecimal((DecimalType) type);
            case Types.STRING:
                return new RowWriter() {
                    void write(SpecializedGetters from, int i, Output out) {
                        UTF8String text = from.getUTF8String(i);
                        out.writeBytes(text.getBytes());
                    }
                };
            case Types.BINARY:
                return new RowWriter() {
                    void write(SpecializedGetters from, int i, Output out) {
                        out.writeBytes(from.getBinary(i));
                    }
                };
            case Types.ARRAY:
                return ofArray(of(((ArrayType) type).elementType()));
            case Types.MAP:
                return ofMap(of(((MapType) type).keyType()), of(((MapType) type).valueType()));
            case Types.STRUCT:
                final RowWriter[] fields = of((StructType) type);
                return new RowWriter() {
                    void write(SpecializedGetters from, int i, Output out) {
                        InternalRow row = from.getStruct(i, fields.length);
                        writeAll(fields, row, out);
                    }
                };
            default:
                throw new UnsupportedOperationException("Values of the type " + type.catalogString() + " cannot be collected; cast them to string.");
        }
    }

    private static RowWriter ofDecimal(DecimalType type) {
        final int precision = type.precision();
        final int scale = type.scale();
        if (precision <= LONG_DIGITS) {
            return new RowWriter() {
                void write(SpecializedGetters from, int i, Output out) {
                    out.writeLong(from.getDecimal(i, precision, scale).toUnscaledLong());
                }
            };
        }
        return new RowWriter() {
            void write(SpecializedGetters from, int i, Output out) {
                BigInteger unscaled = from.getDecimal(i, precision, scale).toJavaBigDecimal().setScale(scale).unscaledValue();
                out.writeLong(unscaled.longValue());
                out.writeLong(unscaled.shiftRight(64).longValue());
            }
        };
    }

    private static RowWriter ofArray(final RowWriter element) {
        return new RowWriter() {
            void write(SpecializedGetters from, int i, Output out) {
                elements(element, from.getArray(i), out);
            }
        };
    }

    private static RowWriter ofMap(final RowWriter key, final RowWriter value) {
        return new RowWriter() {
            void write(SpecializedGetters from, int i, Output out) {
                MapData map = from.getMap(i);
                elements(key, map.keyArray(), out);
                elements(value, map.valueArray(), out);
            }
        };
    }

    private static void elements(RowWriter element, ArrayData array, Output out) {
        int count = array.numElements();
        out.writeInt(count);
        for (int n = 0; n < count; n++) {
            writeNullable(element, array, n, out);
        }
    }
}
