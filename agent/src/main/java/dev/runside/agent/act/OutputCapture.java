package dev.runside.agent.act;

import dev.runside.agent.time.Deadline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads what a program prints to its end, keeps the beginning. On a thread of the platform: a read
 * from a pipe would hold the carrier of a virtual one.
 */
final class OutputCapture {

    /** Bytes that are reported, of each stream. */
    static final int KEPT = 16 * 1024;

    private final Redaction redaction;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final int wanted;
    private final Thread reader;
    private long seen;

    private OutputCapture(InputStream stream, Redaction redaction) {
        this.redaction = redaction;
        // As much more as shows whether a secret begins just before the end.
        this.wanted = KEPT + redaction.longest();
        this.reader = Thread.ofPlatform().daemon().name("output").unstarted(() -> read(stream));
    }

    static OutputCapture of(InputStream stream, Redaction redaction) {
        OutputCapture capture = new OutputCapture(stream, redaction);
        capture.reader.start();
        return capture;
    }

    /** What came; a child that keeps the stream open is not waited for beyond the deadline. */
    String text(Deadline deadline) throws InterruptedException {
        reader.join(deadline.left().plusMillis(1));
        synchronized (kept) {
            String text = kept.toString(StandardCharsets.UTF_8);
            String clean = redaction.clean(text, KEPT);
            return seen > KEPT ? clean + "\n[" + seen + " bytes in all]" : clean;
        }
    }

    private void read(InputStream stream) {
        byte[] buffer = new byte[8192];
        try (stream) {
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                keep(buffer, read);
            }
        } catch (IOException closed) {
            // The process was ended; what came before stands.
        }
    }

    private void keep(byte[] bytes, int length) {
        synchronized (kept) {
            kept.write(bytes, 0, Math.clamp((long) wanted - kept.size(), 0, length));
            seen += length;
        }
    }
}
