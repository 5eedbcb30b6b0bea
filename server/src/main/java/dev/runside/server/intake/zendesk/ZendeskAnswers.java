package dev.runside.server.intake.zendesk;

import dev.runside.server.intake.Draft;
import dev.runside.server.intake.body.Item;
import java.util.List;

/** Zendesk's incremental export of tickets by cursor: each as new as its number makes it. */
public final class ZendeskAnswers {

    private static final int MOST = 1_000;

    private ZendeskAnswers() {}

    /**
     * A page of the export.
     *
     * @param cursor from which the next one goes on; empty text where none is told
     * @param last nothing follows now
     */
    public record Page(List<Draft> tickets, String cursor, boolean last) {

        public Page {
            tickets = List.copyOf(tickets);
        }
    }

    public static Page page(Item answer) {
        return new Page(
                answer.objects("tickets", MOST).stream()
                        .filter(ticket -> !ticket.shortened("status", MOST).equals("deleted"))
                        .map(ticket -> TicketEvents.created(ticket.identifier("id"), ticket))
                        .toList(),
                answer.shortened("after_cursor", MOST),
                answer.truth("end_of_stream", true));
    }
}
