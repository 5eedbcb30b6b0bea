package dev.runside.server.replay;

import dev.runside.core.signal.Signal;
import dev.runside.server.intake.RecordedSignals;
import dev.runside.server.problem.ErrorItem;
import dev.runside.server.problem.ItemError;
import dev.runside.server.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A file of signals, one in JSON a line; each occurrence once, in the order of their times. */
final class Recording {

    private static final int MOST_FAULTS = 20;
    private static final int AT_ONCE = 8_192;

    private final Path file;
    private final RecordedSignals signals;

    Recording(Path file, RecordedSignals signals) {
        this.file = file;
        this.signals = signals;
    }

    private record Line(int number, String text) {}

    /** A line as it was read. */
    private sealed interface Read {

        record Good(Signal signal) implements Read {}

        record Bad(List<String> faults) implements Read {}
    }

    /**
     * @throws IOException with a line for each of the first that cannot be read: file, line, field
     */
    List<Signal> read() throws IOException {
        Map<String, Signal> read = new LinkedHashMap<>();
        List<String> faults = new ArrayList<>();
        try (Stream<String> lines = Files.lines(file)) {
            Iterator<String> texts = lines.iterator();
            for (int number = 1; texts.hasNext() && faults.size() < MOST_FAULTS; ) {
                List<Line> some = new ArrayList<>();
                while (texts.hasNext() && some.size() < AT_ONCE) {
                    some.add(new Line(number++, texts.next()));
                }
                read(some)
                        .forEach(each -> {
                            switch (each) {
                                case Read.Good(Signal signal) ->
                                        read.putIfAbsent(signal.id(), signal);
                                case Read.Bad(List<String> wrong) -> faults.addAll(wrong);
                            }
                        });
            }
        } catch (UncheckedIOException unreadable) {
            throw new IOException(file + " is not text in UTF-8.", unreadable);
        }
        if (!faults.isEmpty()) {
            throw new IOException(
                    String.join(
                            System.lineSeparator(),
                            faults.subList(0, Math.min(faults.size(), MOST_FAULTS))));
        }
        return read.values().stream().sorted(Comparator.comparing(Signal::time)).toList();
    }

    /** In the order of the lines. */
    private List<Read> read(List<Line> lines) {
        return lines.parallelStream()
                .filter(line -> !line.text().isBlank())
                .map(this::read)
                .toList();
    }

    private Read read(Line line) {
        try {
            return new Read.Good(signals.read(line.text().getBytes(StandardCharsets.UTF_8)));
        } catch (Problem wrong) {
            String place = file + ":" + line.number();
            return new Read.Bad(
                    wrong.errors().isEmpty()
                            ? List.of(place + ": is not one signal in JSON")
                            : wrong.errors().stream()
                                    .map(error -> place + " " + said(error))
                                    .toList());
        }
    }

    private static String said(ErrorItem error) {
        return error instanceof ItemError(int _, String field, String detail)
                ? field + " " + detail
                : error.toString();
    }
}
