package sparketl;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes what the .NET side reads; see {@link Input}. */
final class Output {
    private ByteBuffer buffer;

    Output(int capacity) {
        buffer = ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
    }

    int size() {
        return buffer.position();
    }

    /** Takes back what was written after a place. */
    void truncate(int position) {
        buffer.position(position);
    }

    byte[] toBytes() {
        byte[] bytes = new byte[buffer.position()];
        System.arraycopy(buffer.array(), 0, bytes, 0, bytes.length);
        return bytes;
    }

    void writeByte(int value) {
        need(1);
        buffer.put((byte) value);
    }

    void writeBoolean(boolean value) {
        writeByte(value ? 1 : 0);
    }

    void writeShort(short value) {
        need(2);
        buffer.putShort(value);
    }

    void writeInt(int value) {
        need(4);
        buffer.putInt(value);
    }

    /** Puts a number at a place that was written before. */
    void writeIntAt(int position, int value) {
        buffer.putInt(position, value);
    }

    /** Puts a byte at a place that was written before. */
    void setByteAt(int position, int value) {
        buffer.put(position, (byte) value);
    }

    void writeLong(long value) {
        need(8);
        buffer.putLong(value);
    }

    void writeRaw(byte[] bytes) {
        need(bytes.length);
        buffer.put(bytes);
    }

    void writeBytes(byte[] bytes) {
        if (bytes == null) {
            writeInt(-1);
            return;
        }
        writeInt(bytes.length);
        writeRaw(bytes);
    }

    void writeText(String text) {
        writeBytes(text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    private void need(int bytes) {
        if (buffer.remaining() < bytes) {
            long wanted = Math.max((long) buffer.capacity() * 2, (long) buffer.position() + bytes);
            if (wanted > Integer.MAX_VALUE - 16) {
                wanted = Integer.MAX_VALUE - 16;
            }
            ByteBuffer larger = ByteBuffer.allocate((int) wanted).order(ByteOrder.LITTLE_ENDIAN);
            buffer.flip();
            larger.put(buffer);
            buffer = larger;
        }
    }
}
