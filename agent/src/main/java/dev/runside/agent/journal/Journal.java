package dev.runside.agent.journal;

import dev.runside.agent.disk.WholeFile;
import dev.runside.agent.step.Outcome;
import dev.runside.agent.step.Report;
import dev.runside.agent.step.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Safe for use by many threads; every method returns after its entry is on disk. */
public final class Journal implements AutoCloseable {

    private static final long SHORT = 1 << 20;

    private final Ledger ledger = new Ledger();
    private final Path path;
    private JournalFile file;
    private long tooLong;

    private Journal(Path path) throws IOException {
        this.path = path;
        this.file = JournalFile.open(path, ledger::replay);
        compact();
    }

    /** Reads what is there; a last line that was torn by a crash is cut off. */
    public static Journal open(Path path) throws IOException {
        return new Journal(path);
    }

    public synchronized Memory find(String key) {
        return ledger.find(key);
    }

    public synchronized void started(Step step, Instant at) throws IOException {
        append(
                new Entry.Started(
                        step.key(), step.epoch(), step.idempotent(), step.action().words(), at));
    }

    public synchronized void ended(Report report) throws IOException {
        append(Entry.Ended.of(report));
        if (file.length() > tooLong) {
            compact();
        }
    }

    public synchronized void reported(String key) throws IOException {
        if (ledger.find(key) instanceof Memory.Ended) {
            append(new Entry.Reported(key));
        }
    }

    /** The highest epoch seen so far, this one included. */
    public synchronized long seen(long epoch) throws IOException {
        if (epoch > ledger.epoch()) {
            append(new Entry.EpochSeen(epoch));
        }
        return ledger.epoch();
    }

    public synchronized long epoch() {
        return ledger.epoch();
    }

    /** Ended, and not known to have reached the server. */
    public synchronized List<Report> unreported() {
        return ledger.unreported();
    }

    /**
     * For a start after a crash: steps that were begun, did not end and must not be repeated end
     * here as unknown. Idempotent ones stay begun; offered again they are run again.
     */
    public synchronized void endUnrepeatable(Instant at) throws IOException {
        for (Entry.Started step : ledger.unfinished()) {
            if (!step.idempotent()) {
                append(Entry.Ended.of(unknown(step, at)));
            }
        }
    }

    /** Ends a step that was begun and must not be repeated; what is written about it afterwards. */
    public synchronized Memory endUnknown(String key, Instant at) throws IOException {
        for (Entry.Started step : ledger.unfinished()) {
            if (step.key().equals(key)) {
                append(Entry.Ended.of(unknown(step, at)));
            }
        }
        return ledger.find(key);
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }

    private static Report unknown(Entry.Started step, Instant at) {
        return new Report(
                step.key(),
                step.epoch(),
                Outcome.UNKNOWN,
                "the agent ended while it was at this; it may have happened, wholly or in part",
                Map.of(),
                step.at(),
                at,
                Duration.between(step.at(), at));
    }

    private void append(Entry entry) throws IOException {
        file.append(EntryLine.write(entry));
        ledger.replay(entry);
    }

    private void compact() throws IOException {
        String lines =
                ledger.compact().stream()
                        .map(entry -> new String(EntryLine.write(entry), StandardCharsets.UTF_8))
                        .collect(Collectors.joining());
        WholeFile.writeSecret(path, lines);
        file.close();
        file = JournalFile.open(path, _ -> {});
        tooLong = Math.max(SHORT, 2 * file.length());
    }
}
