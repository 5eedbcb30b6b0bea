package dev.runside.agent.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.agent.Eventually;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private static final Delivery LATER = new Delivery.Later("away");
    private static final Delivery REJECTED =
            new Delivery.Rejected(
                    new Answer(400, "{\"detail\":\"no\"}".getBytes(StandardCharsets.UTF_8)));

    private final List<List<String>> tries = new ArrayList<>();
    private final Deque<Delivery> answers = new ArrayDeque<>();
    private final Outbox<String> outbox =
            new Outbox<>("letters", 3, 2, (earlier, later) -> earlier.equals(later), this::carry);

    private final Thread thread = Thread.ofVirtual().unstarted(outbox);

    @AfterEach
    void stop() {
        thread.interrupt();
    }

    @Test
    void whatIsTakenLeavesItInOrderAndInBatches() throws Exception {
        outbox.add("a");
        outbox.add("b");
        outbox.add("c");

        deliver();

        assertThat(tries()).containsExactly(List.of("a", "b"), List.of("c"));
    }

    @Test
    void whatIsNotTakenIsTriedAgainUnchanged() throws Exception {
        answers.add(LATER);
        answers.add(LATER);
        outbox.add("a");

        deliver();

        assertThat(tries()).containsExactly(List.of("a"), List.of("a"), List.of("a"));
    }

    @Test
    void whatIsRejectedDoesNotHoldUpTheRest() throws Exception {
        answers.add(REJECTED);
        outbox.add("a");
        outbox.add("b");
        outbox.add("c");

        deliver();

        assertThat(tries()).containsExactly(List.of("a", "b"), List.of("c"));
    }

    @Test
    void itIsBoundedAndGivesUpTheOldest() throws Exception {
        for (String letter : List.of("a", "b", "c", "d", "e")) {
            outbox.add(letter);
        }

        assertThat(outbox.size()).isEqualTo(3);
        deliver();
        assertThat(tries()).containsExactly(List.of("c", "d"), List.of("e"));
    }

    @Test
    void whatIsCoveredByOneThatWaitsIsNotAdded() throws Exception {
        outbox.add("a");
        outbox.add("a");

        deliver();
        outbox.add("a");
        Eventually.soon("empty", () -> outbox.size() == 0);

        assertThat(tries()).containsExactly(List.of("a"), List.of("a"));
    }

    private void deliver() throws InterruptedException {
        thread.start();
        Eventually.soon("empty", () -> outbox.size() == 0);
    }

    private synchronized Delivery carry(List<String> batch) {
        tries.add(batch);
        return answers.isEmpty() ? Delivery.Taken.INSTANCE : answers.removeFirst();
    }

    private synchronized List<List<String>> tries() {
        return List.copyOf(tries);
    }
}
