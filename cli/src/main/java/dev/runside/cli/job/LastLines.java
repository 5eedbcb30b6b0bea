package dev.runside.cli.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Passes a program's output on as it comes, and keeps its last lines. */
final class LastLines {

    static final int KEPT = 50;
    private static final int LONGEST_LINE = 500;

    private final Deque<String> lines = new ArrayDeque<>();

    /** Reads to the end, on the caller's thread; a reader that went away does not end it. */
    void pass(InputStream from, OutputStream to) {
        var line = new StringBuilder();
        byte[] buffer = new byte[8192];
        boolean open = true;
        try (from) {
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                open = open && passed(to, buffer, read);
                split(new String(buffer, 0, read, StandardCharsets.UTF_8), line);
            }
        } catch (IOException _) {
            // The job is over; what came before stands.
        }
        if (!line.isEmpty()) {
            keep(line.toString());
        }
    }

    private static boolean passed(OutputStream to, byte[] bytes, int length) {
        try {
            to.write(bytes, 0, length);
            to.flush();
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private void split(String text, StringBuilder line) {
        for (int at = 0; at < text.length(); at++) {
            char next = text.charAt(at);
            if (next == '\n') {
                keep(line.toString());
                line.setLength(0);
            } else if (line.length() < LONGEST_LINE) {
                line.append(next);
            }
        }
    }

    private synchronized void keep(String line) {
        lines.addLast(line);
        if (lines.size() > KEPT) {
            lines.removeFirst();
        }
    }

    synchronized String text() {
        return String.join("\n", lines);
    }
}
