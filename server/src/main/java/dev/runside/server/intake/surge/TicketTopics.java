package dev.runside.server.intake.surge;

import dev.runside.core.cluster.Gist;
import dev.runside.core.cluster.Gist.Ticket;
import dev.runside.core.estate.Input;
import dev.runside.core.state.Effect;
import dev.runside.server.engine.EffectHandler;
import dev.runside.server.engine.Engine;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Clusters the tickets of a surge on a thread of its own. What it has no room for is asked again a
 * minute later.
 */
@Component
class TicketTopics implements EffectHandler, DisposableBean {

    static final int MOST = 300;

    private static final int WAITING = 20;
    private static final Logger LOG = LoggerFactory.getLogger(TicketTopics.class);

    private final TicketTable tickets;
    private final ObjectProvider<Engine> engine;
    private final ThreadPoolExecutor work =
            new ThreadPoolExecutor(
                    0,
                    1,
                    30,
                    TimeUnit.SECONDS,
                    new ArrayBlockingQueue<>(WAITING),
                    Thread.ofPlatform().name("ticket-topics").daemon().factory(),
                    new ThreadPoolExecutor.DiscardPolicy());

    TicketTopics(TicketTable tickets, ObjectProvider<Engine> engine) {
        this.tickets = tickets;
        this.engine = engine;
    }

    @Override
    public void perform(Effect effect) {
        switch (effect) {
            case Effect.ReadTickets asked -> work.execute(() -> read(asked));
            case Effect.Notify _, Effect.Measure _, Effect.StopMeasuring _ -> {}
        }
    }

    private void read(Effect.ReadTickets asked) {
        try {
            List<Ticket> said = tickets.about(asked.subject(), asked.from(), MOST);
            engine.getObject()
                    .submit(new Input.TicketsRead(asked.finding(), said.size(), Gist.of(said)));
        } catch (RuntimeException failed) {
            LOG.warn("the tickets of {} were not read: {}", asked.finding(), failed.toString());
        }
    }

    @Override
    public void destroy() {
        work.shutdownNow();
    }
}
