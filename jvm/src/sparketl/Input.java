package sparketl;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what the .NET side wrote: little endian, texts as a length in bytes (-1 for null) and UTF-8. */
final class Input {
    private final ByteBuffer buffer;

    Input(byte[] bytes) {
        buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    byte readByte() {
        return buffer.get();
    }

    boolean readBoolean() {
        return buffer.get() != 0;
    }

    short readShort() {
        return buffer.getShort();
    }

    int readInt() {
        return buffer.getInt();
    }

    long readLong() {
        return buffer.getLong();
    }

    byte[] readBytes() {
        int length = buffer.getInt();
        if (length < 0) {
            return null;
        }
        byte[] bytes = new byte[length];
        buffer.get(bytes);
        return bytes;
    }

    String readText() {
        byte[] bytes = readBytes();
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    List<String> readTexts() {
        int count = buffer.getInt();
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(readText());
        }
        return texts;
    }

    Map<String, String> readOptions() {
        int count = buffer.getInt();
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            options.put(readText(), readText());
        }
        return options;
    }
}
