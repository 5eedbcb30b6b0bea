package dev.runside.agent.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The file under the journal. A plain file and not a channel: an interrupted step must not close
 * it.
 */
final class JournalFile implements AutoCloseable {

    private final RandomAccessFile file;

    private JournalFile(RandomAccessFile file) {
        this.file = file;
    }

    static JournalFile open(Path path, Consumer<Entry> replay) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        file.setLength(wholeLength(path, replay));
        file.seek(file.length());
        return new JournalFile(file);
    }

    /** On disk when it returns; as if never written when it throws. */
    void append(byte[] line) throws IOException {
        long before = file.length();
        try {
            file.write(line);
            file.getFD().sync();
        } catch (IOException e) {
            file.setLength(before);
            file.seek(before);
            throw e;
        }
    }

    long length() throws IOException {
        return file.length();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** Up to where the file is whole: all of it, or all but a torn last line. */
    private static long wholeLength(Path path, Consumer<Entry> replay) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        int from = 0;
        while (from < bytes.length) {
            int end = lineEnd(bytes, from);
            Optional<Entry> entry = EntryLine.read(Arrays.copyOfRange(bytes, from, end));
            if (entry.isEmpty() || end == bytes.length) {
                requireLast(path, bytes, from, end);
                return from;
            }
            replay.accept(entry.get());
            from = end + 1;
        }
        return from;
    }

    private static void requireLast(Path path, byte[] bytes, int from, int end)
            throws JournalException {
        if (end < bytes.length - 1) {
            throw new JournalException(
                    "%s is broken at byte %d and goes on after it, so it cannot say what was done. Move it away and start the agent again; steps under way will go to people."
                            .formatted(path, from));
        }
    }

    private static int lineEnd(byte[] bytes, int from) {
        int end = from;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return end;
    }
}
