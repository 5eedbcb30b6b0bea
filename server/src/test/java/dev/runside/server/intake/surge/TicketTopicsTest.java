package dev.runside.server.intake.surge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Layer;
import dev.runside.core.estate.Input;
import dev.runside.core.triage.Finding;
import dev.runside.server.Soon;
import dev.runside.server.engine.Engine;
import dev.runside.server.intake.IntakeTest;
import dev.runside.server.intake.Sender;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A surge says what its tickets are about, from the log. */
@IntakeTest
class TicketTopicsTest {

    private static final Ref STATS = Ref.parse("product:stats");

    @Autowired private Sender sender;
    @Autowired private Engine engine;
    @Autowired private TicketTable tickets;

    @Test
    void whatTheTicketsAreAboutStandsInTheFindingOfTheirSurge() {
        Instant before = Instant.now();
        List<String> told = new ArrayList<>();
        for (int each = 0; each < 6; each++) {
            told.add(ticket("product:stats", "The weekly report is empty"));
        }
        told.add(ticket("hop:stats/rollup", "The weekly report is empty"));
        told.add(ticket("product:mail", "Cannot log in"));
        sender.post("/api/v1/tickets", sender.source("*"), "[" + String.join(",", told) + "]");
        Finding surge = surge(before);

        engine.submit(new Input.Raised(surge)).join();

        String sentence =
                Soon.get(
                        () ->
                                engine.ask(draft ->
                                                draft.find(Finding.class, surge.key())
                                                        .orElseThrow()
                                                        .sentence())
                                        .join(),
                        said -> said.contains("they say"));
        assertThat(sentence)
                .contains("they say: 7 of ", ": The weekly report is empty (")
                .doesNotContain("log in");
        engine.submit(new Input.Cleared(surge.key(), Instant.now(), "fewer again")).join();
    }

    @Test
    void noMoreAreReadThanAreAskedForAndNoneOfAnotherProduct() {
        Instant before = Instant.now();
        String all =
                "[%s,%s,%s]"
                        .formatted(
                                ticket("product:mail", "one"),
                                ticket("product:mail", "two"),
                                ticket("product:stats", "three"));
        sender.post("/api/v1/tickets", sender.source("*"), all);

        assertThat(tickets.about(Ref.parse("product:mail"), before, 1)).hasSize(1);
        assertThat(tickets.about(Ref.parse("product:mail"), before, 10)).hasSize(2);
        assertThat(tickets.about(Ref.parse("product:mail"), Instant.now().plusSeconds(5), 10))
                .isEmpty();
    }

    private String ticket(String subject, String title) {
        return "{\"id\":\"%s\",\"subject\":\"%s\",\"title\":\"%s\"}"
                .formatted(sender.unique("ticket"), subject, title);
    }

    private static Finding surge(Instant began) {
        return Finding.event(
                "ticket-surge",
                STATS,
                "test",
                Layer.PRODUCT,
                Function.SUPPORT,
                began,
                Instant.now(),
                "Tickets: 7 in the last 60 s, usually 0.1");
    }
}
