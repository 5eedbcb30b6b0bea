package dev.runside.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.cluster.Gist.Ticket;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a handful of tickets are about. */
class GistTest {

    private static final List<String> LOGIN =
            List.of(
                    "Cannot log in since this morning",
                    "Log in is refused",
                    "I cannot log in any more",
                    "Password refused at log in",
                    "log in fails: password refused",
                    "cannot log in, password is right",
                    "Log in fails for our whole office",
                    "cannot log in with my password",
                    "log in refused, what now");

    private static final List<String> INVOICE =
            List.of(
                    "Invoice of march is missing",
                    "No invoice for march",
                    "the invoice is missing");

    @Test
    void whatDiffersIsNeverOneTopicAndTheMostFrequentComesFirst() {
        List<Topic> topics = Gist.of(tickets());

        assertThat(topics.stream().mapToInt(Topic::count).sum()).isEqualTo(12);
        assertThat(topics).isSortedAccordingTo(Comparator.comparing(Topic::count).reversed());
        assertThat(topics.getFirst().label()).containsIgnoringCase("log in");
        assertThat(topics.getLast().count()).isEqualTo(3);
        assertThat(topics.getLast().label()).containsIgnoringCase("invoice");
        assertThat(topics.getLast().examples()).containsExactlyInAnyOrder("T9", "T10", "T11");
    }

    @Test
    void whoAsksHowSomethingIsDoneIsCounted() {
        List<Topic> topics =
                Gist.of(
                        List.of(
                                new Ticket("1", "How do I export my mails?", ""),
                                new Ticket("2", "Export of mails", "where can I find the export?"),
                                new Ticket("3", "export of mails is broken", "")));

        assertThat(topics.stream().mapToInt(Topic::asking).sum()).isEqualTo(2);
    }

    @Test
    void ofNoTicketsThereIsNothingToSay() {
        assertThat(Gist.of(List.of())).isEmpty();
    }

    private static List<Ticket> tickets() {
        List<Ticket> tickets = new ArrayList<>();
        LOGIN.forEach(title -> tickets.add(new Ticket("T" + tickets.size(), title, "")));
        INVOICE.forEach(title -> tickets.add(new Ticket("T" + tickets.size(), title, "")));
        return tickets;
    }
}
