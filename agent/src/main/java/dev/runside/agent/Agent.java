package dev.runside.agent;

import dev.runside.agent.act.Acting;
import dev.runside.agent.act.Hold;
import dev.runside.agent.act.HoldWatch;
import dev.runside.agent.act.Rehearsal;
import dev.runside.agent.config.AgentConfig;
import dev.runside.agent.emergency.CardKeeper;
import dev.runside.agent.emergency.EmergencyPager;
import dev.runside.agent.journal.Journal;
import dev.runside.agent.link.Colleague;
import dev.runside.agent.link.Contact;
import dev.runside.agent.link.Credentials;
import dev.runside.agent.link.Duty;
import dev.runside.agent.link.MetricsOutbox;
import dev.runside.agent.link.PollLoop;
import dev.runside.agent.link.ReportOutbox;
import dev.runside.agent.link.ServerLink;
import dev.runside.agent.link.SignalOutbox;
import dev.runside.agent.loop.Loops;
import dev.runside.agent.time.MonotonicClock;
import dev.runside.agent.watch.Watcher;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** An enrolled agent at work: its rooms, put together. */
final class Agent implements AutoCloseable {

    private static final Duration LAST_STEPS = Duration.ofSeconds(3);

    private final MonotonicClock clock = MonotonicClock.system();
    private final Credentials credentials;
    private final Journal journal;
    private final Hold hold;
    private final SignalOutbox signals;
    private final MetricsOutbox metrics;
    private final ReportOutbox reports;
    private final AtomicReference<Duty> duty;
    private final Loops loops = new Loops();

    private Agent(AgentConfig config, Workplace place, Credentials credentials, ServerLink link)
            throws IOException {
        this.credentials = credentials;
        this.journal = Journal.open(place.journal());
        this.hold = new Hold(place.hold());
        this.signals = new SignalOutbox(link);
        this.metrics = new MetricsOutbox(link);
        this.reports = new ReportOutbox(link, journal);
        this.duty = new AtomicReference<>(dutyOf(config));
    }

    static Agent start(AgentConfig config, Workplace place, Credentials credentials)
            throws IOException {
        ServerLink link = new ServerLink(config.server(), credentials.key());
        CardKeeper cards = CardKeeper.open(place.card(), credentials.serverKey());
        Agent agent = new Agent(config, place, credentials, link);
        agent.takeUpWhatWasLeft();
        Thread.ofVirtual().name("rehearsal").start(new Rehearsal(place.directory()));
        agent.loops.start("signals", agent.signals);
        agent.loops.start("probe results", agent.metrics);
        agent.loops.start("reports", agent.reports);
        agent.loops.start("hold", new HoldWatch(agent.hold, () -> agent.duty.get().desk()));
        agent.duty.get().watcher().start();
        agent.connect(link, cards, config.server());
        return agent;
    }

    /**
     * Goes on by another configuration; not while a step is being done.
     *
     * @return false when it has to be tried again
     */
    boolean changeTo(AgentConfig config) {
        Duty before = duty.get();
        if (!before.desk().close(LAST_STEPS)) {
            before.desk().reopen();
            return false;
        }
        before.watcher().close();
        Duty after = dutyOf(config);
        duty.set(after);
        after.watcher().start();
        return true;
    }

    /** Takes no more steps; those under way have a moment to end. */
    @Override
    public void close() throws IOException {
        duty.get().desk().close(LAST_STEPS);
        loops.close();
        duty.get().watcher().close();
        journal.close();
    }

    private void takeUpWhatWasLeft() throws IOException {
        journal.endUnrepeatable(Instant.now());
        journal.unreported().forEach(reports::send);
    }

    private Duty dutyOf(AgentConfig config) {
        Watcher watcher = new Watcher(config, signals, metrics);
        Acting acting = new Acting(config, hold, watcher, credentials.key());
        return new Duty(config, watcher, acting.desk(journal, reports));
    }

    private void connect(ServerLink link, CardKeeper cards, URI server) {
        Contact contact = new Contact(clock);
        EmergencyPager.Terms terms =
                EmergencyPager.Terms.standard(credentials.agent(), server.toString());
        Colleague colleague =
                new Colleague(Version.current(), duty::get, journal, hold, cards, clock);
        loops.start("emergency", new EmergencyPager(cards, contact::silence, terms));
        loops.start("poll", new PollLoop(link, contact, colleague));
    }
}
