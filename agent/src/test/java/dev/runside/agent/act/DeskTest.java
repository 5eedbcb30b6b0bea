package dev.runside.agent.act;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.agent.Eventually;
import dev.runside.agent.config.AgentConfig;
import dev.runside.agent.config.Probe;
import dev.runside.agent.config.Service;
import dev.runside.agent.journal.Journal;
import dev.runside.agent.journal.Memory;
import dev.runside.agent.process.Health;
import dev.runside.agent.process.Processes;
import dev.runside.agent.step.Action;
import dev.runside.agent.step.Lease;
import dev.runside.agent.step.Outcome;
import dev.runside.agent.step.Report;
import dev.runside.agent.step.Step;
import dev.runside.agent.step.Verb;
import dev.runside.agent.time.MonotonicClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskTest {

    @TempDir private Path directory;

    private final RecordedReports reports = new RecordedReports();
    private Path line;
    private Path append;
    private Path slow;
    private Hold hold;
    private Journal journal;
    private Desk desk;

    @BeforeEach
    void open() throws IOException {
        line = directory.resolve("lines");
        append = Processes.script(directory.resolve("append"), "echo line >> " + line);
        slow =
                Processes.script(
                        directory.resolve("slow"),
                        "echo $$ > " + directory.resolve("slow.pid"),
                        "sleep 30");
        hold = new Hold(directory.resolve("hold"));
        journal = Journal.open(directory.resolve("journal"));
        desk = desk(Set.of(), append, slow);
    }

    @AfterEach
    void close() throws IOException {
        hold.fromServer(true);
        desk.breakOff();
        desk.close(Duration.ofSeconds(5));
        journal.close();
    }

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

    private Step step(Lease lease, Duration timeout) {
        return Steps.step(
                "k", 1, false, new Action.RunCommand(List.of(append.toString())), lease, timeout);
    }

    private long beginSlow(String key) throws Exception {
        desk.offer(Steps.command(key, slow.toString()));
        Path pid = directory.resolve("slow.pid");
        Eventually.soon("the program runs", () -> pid.toFile().length() > 1);
        return Long.parseLong(Files.readString(pid).strip());
    }

    private static boolean lives(long pid) {
        return ProcessHandle.of(pid).isPresent();
    }

    private void awaitIdle() throws InterruptedException {
        Eventually.soon("idle", () -> desk.close(Duration.ofMillis(1)));
        desk.reopen();
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(line);
    }

    private Desk desk(Set<Service> services, Path... commands) {
        AgentConfig config =
                new AgentConfig(
                        "local",
                        URI.create("http://127.0.0.1:1"),
                        List.copyOf(services),
                        Set.of(commands),
                        Set.of(),
                        Probe.standard());
        return new Acting(config, hold, new UnwatchedHands(), "rs_agent_key")
                .desk(journal, reports);
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

    private record UnwatchedHands() implements InHand {

        @Override
        public void taken(String service) {
            // Nobody watches here.
        }

        @Override
        public void released(String service, boolean stopped) {
            // Nobody watches here.
        }
    }
}
