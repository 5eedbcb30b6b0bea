package dev.runside.agent.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** An entry as a line: {@code CRC32C LENGTH JSON}, both numbers eight hexadecimal digits. */
final class EntryLine {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int HEAD = 18;

    private EntryLine() {}

    static byte[] write(Entry entry) {
        byte[] json = JSON.writerFor(Entry.class).writeValueAsBytes(entry);
        byte[] head = head(json).getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(HEAD + json.length + 1)
                .put(head)
                .put(json)
                .put((byte) '\n')
                .array();
    }

    /** None when the line, without its line end, is not whole. */
    static Optional<Entry> read(byte[] line) {
        if (line.length <= HEAD) {
            return Optional.empty();
        }
        byte[] json = Arrays.copyOfRange(line, HEAD, line.length);
        String head = new String(line, 0, HEAD, StandardCharsets.US_ASCII);
        try {
            return head.equals(head(json))
                    ? Optional.of(JSON.readValue(json, Entry.class))
                    : Optional.empty();
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    private static String head(byte[] json) {
        CRC32C checksum = new CRC32C();
        checksum.update(json);
        return "%08x %08x ".formatted(checksum.getValue(), json.length);
    }
}
