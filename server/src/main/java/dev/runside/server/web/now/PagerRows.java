package dev.runside.server.web.now;

import dev.runside.core.Ref;
import dev.runside.core.page.Page;
import dev.runside.core.triage.Incident.Acknowledgement;
import dev.runside.server.respond.Notice;
import dev.runside.server.web.now.NowView.Paged;
import dev.runside.server.web.situation.Situation;
import dev.runside.server.web.words.Names;
import dev.runside.server.web.words.Prose;
import dev.runside.server.web.words.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What one person was told lately, one row an incident: what waits for an answer comes first. */
final class PagerRows {

    private static final Duration LATELY = Duration.ofHours(12);
    private static final int MOST = 8;

    private final Situation situation;
    private final Ref person;
    private final Names names;

    PagerRows(Situation situation, Ref person) {
        this.situation = situation;
        this.person = person;
        this.names = new Names(situation.catalog());
    }

    /**
     * @param notices newest first
     */
    List<Paged> of(List<Notice> notices) {
        Instant bound = situation.now().minus(LATELY);
        Map<String, Notice> newest = new LinkedHashMap<>();
        notices.stream()
                .filter(notice -> waiting(notice) || notice.at().isAfter(bound))
                .forEach(notice -> newest.putIfAbsent(notice.incident(), notice));
        return newest.values().stream()
                .map(this::row)
                .sorted(Comparator.comparing(row -> !row.waiting()))
                .limit(MOST)
                .toList();
    }

    private Paged row(Notice notice) {
        return new Paged(
                notice.number(),
                Prose.of(notice.title().replaceFirst("^#\\d+ ", ""), names),
                status(notice),
                waiting(notice),
                new Stamp(notice.at(), situation.now()));
    }

    private boolean waiting(Notice notice) {
        return pages(notice).anyMatch(page -> page.status() == Page.Status.SENT);
    }

    private Stream<Page> pages(Notice notice) {
        return situation.pages().stream()
                .filter(page ->
                        page.incident().equals(notice.incident()) && page.told().contains(person));
    }

    private String status(Notice notice) {
        if (waiting(notice)) {
            return "waits for an answer";
        }
        Optional<String> taken =
                situation
                        .incident(notice.incident())
                        .flatMap(incident -> incident.acknowledged())
                        .map(Acknowledgement::by)
                        .map(names::label);
        return notice.urgency().equals("inform")
                ? "for your information"
                : taken.map(name -> name + " has it").orElse("over");
    }
}
