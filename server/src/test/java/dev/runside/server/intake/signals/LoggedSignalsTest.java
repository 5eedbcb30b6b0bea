package dev.runside.server.intake.signals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.server.engine.SignalLog;
import dev.runside.server.engine.SignalLog.Logged;
import dev.runside.server.intake.IntakeTest;
import dev.runside.server.intake.Sender;
import dev.runside.server.intake.StoredSignals;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The log that others read: in one order, whoever sent. */
@IntakeTest
class LoggedSignalsTest {

    private static final String PATH = "/api/v1/signals";

    @Autowired private Sender sender;
    @Autowired private SignalLog log;
    @Autowired private ApplicationContext server;

    private StoredSignals stored;

    @BeforeEach
    void begin() {
        stored = StoredSignals.fromNowOn(server);
    }

    @Test
    void manySendersAtOnceLoseNothingAndSequencesRise() throws Exception {
        String token = sender.source("*");
        String prefix = sender.unique("storm");
        int senders = 16;
        int each = 25;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int who = 0; who < senders; who++) {
                String mine = prefix + "-" + who % 8 + "-";
                answers.add(
                        threads.submit(() ->
                                IntStream.range(0, each)
                                        .map(at ->
                                                sender.post(PATH, token, signal(mine + at))
                                                        .json()
                                                        .path("accepted")
                                                        .asInt())
                                        .sum()));
            }
            int accepted = 0;
            for (Future<Integer> answer : answers) {
                accepted += answer.get();
            }
            assertThat(accepted).isEqualTo(8 * each);
        }
        List<Logged> logged = stored.logged(1_000);
        assertThat(logged).extracting(Logged::sequence).isSorted().doesNotHaveDuplicates();
        assertThat(logged)
                .extracting(entry -> entry.signal().id())
                .hasSize(8 * each)
                .doesNotHaveDuplicates();
    }

    @Test
    void theLogIsReadFromASequenceOnAndNoMoreThanAsked() {
        String token = sender.source("*");
        for (int at = 0; at < 5; at++) {
            sender.post(PATH, token, signal(sender.unique("page")));
        }
        List<Logged> first = stored.logged(2);
        List<Logged> rest = log.after(first.getLast().sequence(), 100);

        assertThat(first).hasSize(2);
        assertThat(rest).hasSize(3);
        assertThat(rest.getFirst().sequence()).isGreaterThan(first.getLast().sequence());
    }

    private static String signal(String id) {
        return "{\"id\":\"%s\",\"kind\":\"alert\",\"subject\":\"hop:mail/relay\"}".formatted(id);
    }
}
