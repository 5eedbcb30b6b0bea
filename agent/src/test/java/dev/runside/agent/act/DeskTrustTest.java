package dev.runside.agent.act;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.agent.Eventually;
import dev.runside.agent.journal.Journal;
import dev.runside.agent.journal.Memory;
import dev.runside.agent.step.Action;
import dev.runside.agent.step.Lease;
import dev.runside.agent.step.Outcome;
import dev.runside.agent.step.Report;
import dev.runside.agent.step.Step;
import dev.runside.agent.time.MonotonicClock;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whom a desk obeys: later servers, unexpired leases, its own journal, and a hold above all. */
class DeskTrustTest extends OpenDesk {

    @Test
    void aServerOfAnEarlierEpochIsRefusedAlsoAfterARestart() throws Exception {
        desk.offer(Steps.step("later", 5, true, new Action.Rest(Duration.ofMillis(1))));
        reports.await("later");
        desk.close(Duration.ofSeconds(5));
        journal.close();
        journal = Journal.open(directory.resolve("journal"));
        desk = desk(Set.of(), append, slow);

        desk.offer(Steps.step("earlier", 4, true, new Action.Rest(Duration.ofMillis(1))));

        Report report = reports.await("earlier");
        assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(report.reason()).contains("later epoch");
        assertThat(journal.find("earlier")).isEqualTo(Memory.NeverSeen.INSTANCE);
    }

    @Test
    void aStepRefusedToAnEarlierServerIsDoneForTheLaterOne() throws Exception {
        journal.seen(5);
        Step step = Steps.step("k", 4, true, new Action.Rest(Duration.ofMillis(1)));
        desk.offer(step);

        desk.offer(Steps.again(step, 5));

        Eventually.soon("both reports", () -> reports.all().size() == 2);
        assertThat(reports.all().getLast().outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void aStepBegunByAnAgentThatDiedIsUnknownWhenItMustNotBeRepeated() throws Exception {
        Step step = Steps.command("k", append.toString());
        journal.started(step, Instant.now());

        assertThat(desk.offer(step)).isEqualTo(Offer.ANSWERED);

        assertThat(reports.await("k").outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(Files.exists(line)).isFalse();
    }

    @Test
    void aStepBegunByAnAgentThatDiedIsDoneAgainWhenItMayBeRepeated() throws Exception {
        Step step = Steps.step("k", 1, true, new Action.RunCommand(List.of(append.toString())));
        journal.started(step, Instant.now());

        assertThat(desk.offer(step)).isEqualTo(Offer.BEGUN);

        assertThat(reports.await("k").outcome()).isEqualTo(Outcome.DONE);
        assertThat(lines()).hasSize(1);
    }

    @Test
    void aStepWhoseLeaseWouldEndBeforeItsTimeoutIsPutBack() throws Exception {
        Duration now = MonotonicClock.system().now();
        Lease old = new Lease(now.minusSeconds(26), Duration.ofSeconds(30));
        Step step = step(old, Duration.ofSeconds(5));

        assertThat(desk.offer(step)).isEqualTo(Offer.PUT_BACK);

        assertThat(desk.offer(Steps.again(step, 1))).isEqualTo(Offer.BEGUN);
        assertThat(reports.await("k").outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void aStepWhoseLeaseCanNeverCoverItsTimeoutIsRefused() throws Exception {
        desk.offer(step(Steps.lease(Duration.ofSeconds(4)), Duration.ofSeconds(5)));

        assertThat(reports.await("k").outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(Files.exists(line)).isFalse();
    }

    @Test
    void aHoldRefusesWhatIsOffered() throws Exception {
        Files.createFile(directory.resolve("hold"));

        desk.offer(Steps.command("k", append.toString()));

        assertThat(reports.await("k").outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(reports.await("k").reason()).contains("on hold");
        assertThat(Files.exists(line)).isFalse();
    }

    @Test
    void aHoldFileBreaksOffWhatIsBeingDoneThoughTheServerSaysOtherwise() throws Exception {
        Thread watch = Thread.ofVirtual().start(new HoldWatch(hold, () -> desk));
        try {
            long pid = beginSlow("k");
            hold.fromServer(false);

            Files.createFile(directory.resolve("hold"));

            Report report = reports.await("k");
            assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(report.reason()).contains("on hold");
            Eventually.soon("the program has ended", () -> !lives(pid));
        } finally {
            watch.interrupt();
        }
    }

    @Test
    void theServersHoldEndsWhenItSaysSo() throws Exception {
        hold.fromServer(true);
        desk.offer(Steps.command("held", append.toString()));
        assertThat(reports.await("held").outcome()).isEqualTo(Outcome.REFUSED);

        hold.fromServer(false);
        desk.offer(Steps.command("free", append.toString()));

        assertThat(reports.await("free").outcome()).isEqualTo(Outcome.DONE);
    }

    private Step step(Lease lease, Duration timeout) {
        return Steps.step(
                "k", 1, false, new Action.RunCommand(List.of(append.toString())), lease, timeout);
    }
}
