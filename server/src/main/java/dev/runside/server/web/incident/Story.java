package dev.runside.server.web.incident;

import dev.runside.core.state.Line;
import dev.runside.server.engine.Incidents.Whole;
import dev.runside.server.web.incident.IncidentView.Chapter;
import dev.runside.server.web.incident.IncidentView.Told;
import dev.runside.server.web.words.Names;
import dev.runside.server.web.words.Prose;
import dev.runside.server.web.words.Span;
import dev.runside.server.web.words.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The timeline, with neighbours of one kind put under one heading. */
final class Story {

    private static final Duration NOTICEABLE = Duration.ofSeconds(1);

    private final Whole whole;
    private final Names names;
    private final Instant now;

    Story(Whole whole, Names names, Instant now) {
        this.whole = whole;
        this.names = names;
        this.now = now;
    }

    List<Chapter> chapters() {
        List<Chapter> chapters = new ArrayList<>();
        List<Told> told = new ArrayList<>();
        Heading current = Heading.SEEN;
        for (Line line : whole.lines()) {
            Heading heading = Heading.of(line.kind());
            if (heading != current && !told.isEmpty()) {
                chapters.add(new Chapter(current.word, current.style, List.copyOf(told)));
                told.clear();
            }
            current = heading;
            told.add(told(line));
        }
        if (!told.isEmpty()) {
            chapters.add(new Chapter(current.word, current.style, List.copyOf(told)));
        }
        return chapters;
    }

    private Told told(Line line) {
        return new Told(
                Prose.of(line.text(), names),
                line.kind(),
                offset(line.time()),
                new Stamp(line.time(), now),
                noted(line));
    }

    private String noted(Line line) {
        Duration late = Duration.between(line.time(), line.at());
        return late.compareTo(NOTICEABLE) > 0 ? "noted " + offset(line.at()) : "";
    }

    private String offset(Instant at) {
        Duration since = Duration.between(whole.incident().times().startedAt(), at);
        return since.isNegative() ? "−" + Span.exact(since.negated()) : "+" + Span.exact(since);
    }

    /** What a line of the story is about. */
    private enum Heading {
        SEEN("Seen", "seen"),
        JUDGED("Judged", "judged"),
        ACTED("Acted", "acted"),
        TOLD("Told", "told"),
        STATE("State", "state");

        private final String word;
        private final String style;

        Heading(String word, String style) {
            this.word = word;
            this.style = style;
        }

        static Heading of(String kind) {
            return switch (kind) {
                case "signal", "finding" -> SEEN;
                case "tier", "suspect", "charter", "guard" -> JUDGED;
                case "run", "step", "verify" -> ACTED;
                case "page" -> TOLD;
                default -> STATE;
            };
        }
    }
}
