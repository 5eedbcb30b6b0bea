package dev.runside.agent.act;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.agent.Eventually;
import dev.runside.agent.config.Service;
import dev.runside.agent.journal.Memory;
import dev.runside.agent.process.Health;
import dev.runside.agent.step.Outcome;
import dev.runside.agent.step.Report;
import dev.runside.agent.step.Step;
import dev.runside.agent.step.Verb;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeskTest extends OpenDesk {

    @Test
    void aStepIsDoneAndItsOutcomeIsInTheJournalBeforeItIsReported() throws Exception {
        assertThat(desk.offer(Steps.command("k", append.toString()))).isEqualTo(Offer.BEGUN);

        Report report = reports.await("k");

        assertThat(report.outcome()).isEqualTo(Outcome.DONE);
        assertThat(report.output()).containsEntry("exit", "0");
        assertThat(journal.find("k")).isEqualTo(new Memory.Ended(report));
        assertThat(lines()).hasSize(1);
    }

    @Test
    void aStepOfferedAgainIsReportedAgainAndNotDoneAgain() throws Exception {
        Step step = Steps.command("k", append.toString());
        desk.offer(step);
        reports.await("k");
        awaitIdle();

        assertThat(desk.offer(Steps.again(step, 2))).isEqualTo(Offer.ANSWERED);

        assertThat(lines()).hasSize(1);
        assertThat(reports.all()).hasSize(2);
        assertThat(reports.all().getLast()).isEqualTo(reports.all().getFirst().offeredIn(2));
    }

    @Test
    void aStepOfferedAgainWhileItIsBeingDoneGoesOnAndIsReportedInTheLaterEpoch() throws Exception {
        Step step = Steps.rest("k", Duration.ofMillis(300));
        desk.offer(step);

        assertThat(desk.offer(Steps.again(step, 2))).isEqualTo(Offer.UNDER_WAY);

        assertThat(reports.await("k").epoch()).isEqualTo(2);
        assertThat(reports.all()).hasSize(1);
    }

    @Test
    void stepsOfOneServiceAreDoneOneAfterTheOtherAndOfTwoAtOnce() throws Exception {
        // Each look waits its whole patience, because nobody ever answers at these addresses.
        try (ServerSocket silent = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
            Process process = new ProcessBuilder("/bin/sleep", "60").start();
            Path pidFile = Files.writeString(directory.resolve("pid"), process.pid() + "\n");
            URI health = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/");
            desk =
                    desk(
                            Set.of(
                                    looked("relay", pidFile, health),
                                    looked("rollup", pidFile, health)));
            long begun = System.nanoTime();

            desk.offer(Steps.service("a", Verb.STATUS, "relay"));
            desk.offer(Steps.service("b", Verb.STATUS, "relay"));
            desk.offer(Steps.service("c", Verb.STATUS, "rollup"));

            Eventually.soon("two reports", () -> reports.all().size() == 2);
            Duration first = Duration.ofNanos(System.nanoTime() - begun);
            Eventually.soon("three reports", () -> reports.all().size() == 3);
            Duration second = Duration.ofNanos(System.nanoTime() - begun);
            process.destroyForcibly();
            assertThat(first).isGreaterThan(Duration.ofMillis(950));
            assertThat(second)
                    .as("two looks, not three")
                    .isGreaterThan(first.multipliedBy(3).dividedBy(2));
        }
    }

    @Test
    void aClosedDeskPutsBack() throws Exception {
        assertThat(desk.close(Duration.ofSeconds(1))).isTrue();

        assertThat(desk.offer(Steps.rest("k", Duration.ofMillis(1)))).isEqualTo(Offer.PUT_BACK);

        desk.reopen();
        assertThat(desk.offer(Steps.rest("k", Duration.ofMillis(1)))).isEqualTo(Offer.BEGUN);
        reports.await("k");
    }

    @Test
    void whatIsBeingDoneOrNotYetReportedNeedsNoOffering() throws Exception {
        desk.offer(Steps.rest("k", Duration.ofMillis(300)));
        assertThat(desk.atWork()).containsExactly("k");

        reports.await("k");
        assertThat(desk.atWork()).containsExactly("k");

        journal.reported("k");
        awaitIdle();
        assertThat(desk.atWork()).isEmpty();
    }

    private void awaitIdle() throws InterruptedException {
        Eventually.soon("idle", () -> desk.close(Duration.ofMillis(1)));
        desk.reopen();
    }

    private static Service looked(String name, Path pidFile, URI health) {
        return new Service(
                name,
                "hop:mail/" + name,
                List.of(pidFile),
                List.of(),
                Health.of(health),
                Set.of(Verb.STATUS),
                Duration.ofSeconds(1));
    }
}
