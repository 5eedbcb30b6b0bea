package dev.runside.agent;

import dev.runside.agent.act.Acting;
import dev.runside.agent.act.Desk;
import dev.runside.agent.act.Hold;
import dev.runside.agent.act.HoldWatch;
import dev.runside.agent.config.AgentConfig;
import dev.runside.agent.emergency.CardKeeper;
import dev.runside.agent.emergency.EmergencyPager;
import dev.runside.agent.journal.Journal;
import dev.runside.agent.link.Colleague;
import dev.runside.agent.link.Contact;
import dev.runside.agent.link.Credentials;
import dev.runside.agent.link.MetricsOutbox;
import dev.runside.agent.link.PollLoop;
import dev.runside.agent.link.ReportOutbox;
import dev.runside.agent.link.ServerLink;
import dev.runside.agent.link.SignalOutbox;
import dev.runside.agent.time.MonotonicClock;
import dev.runside.agent.watch.Watcher;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An enrolled agent at work: its rooms, put together. */
final class Agent implements AutoCloseable {

    private static final Duration LAST_STEPS = Duration.ofSeconds(3);

    private final Journal journal;
    private final Desk desk;
    private final Watcher watcher;
    private final List<Thread> threads = new ArrayList<>();

    private Agent(Journal journal, Desk desk, Watcher watcher) {
        this.journal = journal;
        this.desk = desk;
        this.watcher = watcher;
    }

    static Agent start(AgentConfig config, Workplace place, Credentials credentials)
            throws IOException {
        MonotonicClock clock = MonotonicClock.system();
        ServerLink link = new ServerLink(config.server(), credentials.key());
        SignalOutbox signals = new SignalOutbox(link);
        MetricsOutbox metrics = new MetricsOutbox(link);
        Watcher watcher = new Watcher(config, signals, metrics);
        Hold hold = new Hold(place.hold());
        CardKeeper cards = CardKeeper.open(place.card(), credentials.serverKey());
        Journal journal = Journal.open(place.journal());
        ReportOutbox reports = new ReportOutbox(link, journal);
        Desk desk = new Acting(config, hold, watcher, credentials.key()).desk(journal, reports);
        Contact contact = new Contact(clock);
        EmergencyPager.Terms terms =
                EmergencyPager.Terms.standard(credentials.agent(), config.server().toString());

        Agent agent = new Agent(journal, desk, watcher);
        journal.endUnrepeatable(Instant.now());
        journal.unreported().forEach(reports::send);
        agent.run("signals", signals);
        agent.run("probe results", metrics);
        agent.run("reports", reports);
        agent.run("hold", new HoldWatch(hold, desk));
        agent.run("emergency", new EmergencyPager(cards, contact::silence, terms));
        watcher.start();
        agent.run(
                "poll",
                new PollLoop(
                        link,
                        contact,
                        new Colleague(
                                Version.current(),
                                config,
                                watcher,
                                journal,
                                desk,
                                hold,
                                cards,
                                clock)));
        return agent;
    }

    /** Takes no more steps; those under way have a moment to end. */
    @Override
    public void close() throws IOException {
        desk.close();
        desk.awaitIdle(LAST_STEPS);
        threads.forEach(Thread::interrupt);
        watcher.close();
        journal.close();
    }

    private void run(String name, Runnable task) {
        threads.add(Thread.ofVirtual().name(name).start(task));
    }
}
