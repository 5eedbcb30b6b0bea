package dev.runside.agent.journal;

import dev.runside.agent.step.Report;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The journal's content in memory: replaying the entries in order gives it. */
final class Ledger {

    /** The server does not ask again for what it has acknowledged; kept for people and for luck. */
    static final int REPORTED_KEPT = 500;

    private final Map<String, Page> pages = new LinkedHashMap<>();
    private long epoch;

    void replay(Entry entry) {
        switch (entry) {
            case Entry.Started started -> pages.put(started.key(), new Page.Begun(started));
            case Entry.Ended ended -> pages.put(ended.key(), new Page.Closed(ended, false));
            case Entry.Reported(String key) -> pages.computeIfPresent(key, (_, p) -> reported(p));
            case Entry.EpochSeen(long seen) -> epoch = Math.max(epoch, seen);
        }
    }

    Memory find(String key) {
        Page page = pages.get(key);
        return page == null ? Memory.NeverSeen.INSTANCE : page.memory();
    }

    List<Report> unreported() {
        return closed().filter(page -> !page.reported())
                .map(page -> page.ended().report())
                .toList();
    }

    /** Begun and not ended. */
    List<Entry.Started> unfinished() {
        return pages.values().stream()
                .filter(Page.Begun.class::isInstance)
                .map(page -> ((Page.Begun) page).started())
                .toList();
    }

    long epoch() {
        return epoch;
    }

    /** The entries that a shorter journal has to keep; the rest is forgotten here too. */
    List<Entry> compact() {
        forgetOldestReported();
        Stream<Entry> about = pages.values().stream().flatMap(Page::entries);
        return Stream.concat(Stream.of(new Entry.EpochSeen(epoch)), about).toList();
    }

    private void forgetOldestReported() {
        List<String> reported =
                closed().filter(Page.Closed::reported).map(page -> page.ended().key()).toList();
        reported.stream()
                .limit(Math.max(0, reported.size() - REPORTED_KEPT))
                .forEach(pages::remove);
    }

    private Stream<Page.Closed> closed() {
        return pages.values().stream()
                .filter(Page.Closed.class::isInstance)
                .map(Page.Closed.class::cast);
    }

    private static Page reported(Page page) {
        return switch (page) {
            case Page.Begun begun -> begun;
            case Page.Closed closed -> new Page.Closed(closed.ended(), true);
        };
    }
}
