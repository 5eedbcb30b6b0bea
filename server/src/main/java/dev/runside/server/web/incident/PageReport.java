package dev.runside.server.web.incident;

import dev.runside.core.page.Page;
import dev.runside.server.web.incident.IncidentView.PageView;
import dev.runside.server.web.words.Names;
import dev.runside.server.web.words.Prose;
import dev.runside.server.web.words.Stamp;
import java.time.Instant;
import java.util.Optional;

/** A page: who was told, when, and who answered. */
final class PageReport {

    private final Page page;
    private final Names names;
    private final Instant now;

    PageReport(Page page, Names names, Instant now) {
        this.page = page;
        this.names = names;
        this.now = now;
    }

    PageView view() {
        return new PageView(
                status(),
                tone(),
                names.of(page.told()),
                page.acknowledgedBy().map(names::label).orElse(""),
                Prose.plain(page.reason(), names),
                page.sentAt().map(this::stamp),
                page.endedAt().map(this::stamp),
                next(),
                page.pending() ? Optional.of(stamp(page.nextAt())) : Optional.empty());
    }

    private String status() {
        return switch (page.status()) {
            case WAITING -> "waits until the suspect has settled";
            case SENT ->
                    page.rung() > 1
                            ? "sent " + page.rung() + " times, no answer yet"
                            : "sent, no answer yet";
            case ACKNOWLEDGED -> "acknowledged";
            case CANCELLED -> page.sentAt().isPresent() ? "over" : "not needed";
            case HANDED_OVER -> "handed over";
        };
    }

    private String tone() {
        return switch (page.status()) {
            case WAITING, SENT -> "busy";
            case ACKNOWLEDGED -> "good";
            case CANCELLED, HANDED_OVER -> "past";
        };
    }

    private String next() {
        return switch (page.status()) {
            case WAITING -> "goes out";
            case SENT ->
                    switch (page.rung()) {
                        case 0, 1 -> "sent again";
                        case 2 -> "goes to the deputy";
                        case 3 -> "goes to the architect";
                        default -> "goes to everyone";
                    };
            case ACKNOWLEDGED, CANCELLED, HANDED_OVER -> "";
        };
    }

    private Stamp stamp(Instant at) {
        return new Stamp(at, now);
    }
}
