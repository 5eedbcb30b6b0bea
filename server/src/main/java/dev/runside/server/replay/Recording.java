package dev.runside.server.replay;

import dev.runside.core.signal.Signal;
import dev.runside.server.intake.RecordedSignals;
import dev.runside.server.problem.ErrorItem;
import dev.runside.server.problem.ItemError;
import dev.runside.server.problem.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A file of signals, one in JSON a line; each occurrence once, in the order of their times. */
final class Recording {

    private static final int MOST_FAULTS = 20;

    private final Path file;
    private final RecordedSignals signals;
    private final Set<String> known = new HashSet<>();
    private final List<Signal> read = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    Recording(Path file, RecordedSignals signals) {
        this.file = file;
        this.signals = signals;
    }

    /**
     * @throws IOException with a line for each of the first that cannot be read: file, line, field
     */
    List<Signal> read() throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                read(line, number++);
                if (faults.size() >= MOST_FAULTS) {
                    break;
                }
            }
        }
        if (!faults.isEmpty()) {
            throw new IOException(String.join(System.lineSeparator(), faults));
        }
        read.sort(Comparator.comparing(Signal::time));
        return read;
    }

    private void read(String line, int number) {
        if (line.isBlank()) {
            return;
        }
        try {
            Signal signal = signals.read(line.getBytes(StandardCharsets.UTF_8));
            if (known.add(signal.id())) {
                read.add(signal);
            }
        } catch (Problem wrong) {
            String place = file + ":" + number;
            if (wrong.errors().isEmpty()) {
                faults.add(place + ": " + wrong.detail());
            }
            wrong.errors().forEach(error -> faults.add(place + " " + said(error)));
        }
    }

    private static String said(ErrorItem error) {
        return error instanceof ItemError(int _, String field, String detail)
                ? field + " " + detail
                : error.toString();
    }
}
