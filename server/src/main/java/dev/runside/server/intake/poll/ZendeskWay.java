package dev.runside.server.intake.poll;

import dev.runside.server.intake.Draft;
import dev.runside.server.intake.zendesk.ZendeskAnswers;
import dev.runside.server.intake.zendesk.ZendeskAnswers.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Questions about an account's tickets. The export tells of each ticket that changed; one that was
 * written before the poll was set up is nothing new, however often it changes.
 */
final class ZendeskWay {

    private static final String PATH = "/api/v2/incremental/tickets/cursor.json?per_page=100";
    private static final String CURSOR = "cursor";

    /** The export may be asked ten times a minute. */
    private static final int MOST_PAGES = 5;

    /** It must begin a minute ago at least. */
    private static final Duration BEFORE = Duration.ofMinutes(5);

    private ZendeskWay() {}

    static Brought ask(Round round) {
        List<Draft> drafts = new ArrayList<>();
        String cursor = round.mark(CURSOR).orElse("");
        boolean more = true;
        for (int page = 0; more && page < MOST_PAGES; page++) {
            Page read = round.one(PATH + from(cursor, round), ZendeskAnswers::page);
            drafts.addAll(read.tickets());
            more = !read.last() && !read.cursor().isEmpty();
            cursor = read.cursor().isEmpty() ? cursor : read.cursor();
        }
        if (!cursor.isEmpty()) {
            round.keep(CURSOR, cursor);
        }
        return Brought.of(drafts.stream().filter(ticket -> isNew(ticket, round)).toList());
    }

    private static boolean isNew(Draft ticket, Round round) {
        return !ticket.time().orElse(round.now()).isBefore(round.begin().minus(BEFORE));
    }

    private static String from(String cursor, Round round) {
        return cursor.isEmpty()
                ? "&start_time=" + round.begin().minus(BEFORE).getEpochSecond()
                : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
    }
}
