package sparketl;

import org.apache.spark.sql.types.*;

/** Types over the wire: a tag, then what the type is made of. */
final class Types {
    static final int NULL = 0;
    static final int BOOLEAN = 1;
    static final int BYTE = 2;
    static final int SHORT = 3;
    static final int INT = 4;
    static final int LONG = 5;
    static final int FLOAT = 6;
    static final int DOUBLE = 7;
    static final int DECIMAL = 8;
    static final int STRING = 9;
    static final int BINARY = 10;
    static final int DATE = 11;
    static final int TIMESTAMP = 12;
    static final int TIMESTAMP_NTZ = 13;
    static final int DAY_TIME = 14;
    static final int YEAR_MONTH = 15;
    static final int ARRAY = 16;
    static final int MAP = 17;
    static final int STRUCT = 18;
    static final int OTHER = 19;

    private Types() {
    }

    static int tag(DataType type) {
        if (type instanceof NullType) return NULL;
        if (type instanceof BooleanType) return BOOLEAN;
        if (type instanceof ByteType) return BYTE;
        if (type instanceof ShortType) return SHORT;
        if (type instanceof IntegerType) return INT;
        if (type instanceof LongType) return LONG;
        if (type instanceof FloatType) return FLOAT;
        if (type instanceof DoubleType) return DOUBLE;
        if (type instanceof DecimalType) return DECIMAL;
        if (type instanceof StringType || type instanceof CharType || type instanceof VarcharType) return STRING;
        if (type instanceof BinaryType) return BINARY;
        if (type instanceof DateType) return DATE;
        if (type instanceof TimestampType) return TIMESTAMP;
        if (type instanceof TimestampNTZType) return TIMESTAMP_NTZ;
        if (type instanceof DayTimeIntervalType) return DAY_TIME;
        if (type instanceof YearMonthIntervalType) return YEAR_MONTH;
        if (type instanceof ArrayType) return ARRAY;
        if (type instanceof MapType) return MAP;
        if (type instanceof StructType) return STRUCT;
        return OTHER;
    }

    static void write(DataType type, Output out) {
        int tag = tag(type);
        out.writeByte(tag);
        switch (tag) {
            case DECIMAL:
                out.writeByte(((DecimalType) type).precision());
                out.writeByte(((DecimalType) type).scale());
                break;
            case DAY_TIME:
                out.writeByte(((DayTimeIntervalType) type).startField());
                out.writeByte(((DayTimeIntervalType) type).endField());
                break;
            case YEAR_MONTH:
                out.writeByte(((YearMonthIntervalType) type).startField());
                out.writeByte(((YearMonthIntervalType) type).endField());
                break;
            case ARRAY:
                out.writeBoolean(((ArrayType) type).containsNull());
                write(((ArrayType) type).elementType(), out);
                break;
            case MAP:
                out.writeBoolean(((MapType) type).valueContainsNull());
                write(((MapType) type).keyType(), out);
                write(((MapType) type).valueType(), out);
                break;
            case STRUCT:
                StructField[] fields = ((StructType) type).fields();
                out.writeInt(fields.length);
                for (StructField field : fields) {
                    out.writeText(field.name());
                    out.writeBoolean(field.nullable());
                    write(field.dataType(), out);
                }
                break;
            case OTHER:
                out.writeText(type.catalogString());
                break;
            default:
                break;
        }
    }

    static DataType read(Input in) {
        int tag = in.readByte();
        switch (tag) {
            case NULL: return DataTypes.NullType;
            case BOOLEAN: return DataTypes.BooleanType;
            case BYTE: return DataTypes.ByteType;
            case SHORT: return DataTypes.ShortType;
            case INT: return DataTypes.IntegerType;
            case LONG: return DataTypes.LongType;
            case FLOAT: return DataTypes.FloatType;
            case DOUBLE: return DataTypes.DoubleType;
            case DECIMAL:
                int precision = in.readByte();
                return DataTypes.createDecimalType(precision, in.readByte());
            case STRING: return DataTypes.StringType;
            case BINARY: return DataTypes.BinaryType;
            case DATE: return DataTypes.DateType;
            case TIMESTAMP: return DataTypes.TimestampType;
            case TIMESTAMP_NTZ: return DataTypes.TimestampNTZType;
            case DAY_TIME:
                byte start = in.readByte();
                return DataTypes.createDayTimeIntervalType(start, in.readByte());
            case YEAR_MONTH:
                byte first = in.readByte();
                return DataTypes.createYearMonthIntervalType(first, in.readByte());
            case ARRAY:
                boolean containsNull = in.readBoolean();
                return DataTypes.createArrayType(read(in), containsNull);
            case MAP:
                boolean valueContainsNull = in.readBoolean();
                DataType key = read(in);
                return DataTypes.createMapType(key, read(in), valueContainsNull);
            case STRUCT:
                StructField[] fields = new StructField[in.readInt()];
                for (int i = 0; i < fields.length; i++) {
                    String name = in.readText();
                    boolean nullable = in.readBoolean();
                    fields[i] = DataTypes.createStructField(name, read(in), nullable);
                }
                return DataTypes.createStructType(fields);
            default:
                throw new IllegalArgumentException("No type has the tag " + tag + ".");
        }
    }
}
