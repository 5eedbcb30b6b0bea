package dev.runside.server.web.live;

import dev.runside.server.catalog.Catalogs.CatalogChanged;
import dev.runside.server.engine.EstateMoved;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import dev.runside.server.storage.ServerClock;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** All pages that listen. They are let go before the web server waits for what is under way. */
@Component
class Streams implements SmartLifecycle {

    private static final int MOST = 500;
    private static final long UNTIL_WE_END_IT = 0;

    private final Set<Waiting> pages = ConcurrentHashMap.newKeySet();
    private final ServerClock clock;
    private volatile boolean running;

    Streams(ServerClock clock, MeterRegistry metrics) {
        this.clock = clock;
        metrics.gaugeCollectionSize("runside.web.streams", java.util.List.of(), pages);
    }

    SseEmitter open(Set<String> topics) {
        if (pages.size() >= MOST) {
            throw Problem.of(
                    ErrorCode.OVERLOADED, "%d pages listen already.".formatted(pages.size()));
        }
        SseEmitter emitter = new SseEmitter(UNTIL_WE_END_IT);
        Waiting waiting = new Waiting(topics);
        pages.add(waiting);
        Thread.ofVirtual()
                .name("live")
                .start(() -> {
                    try {
                        new Stream(waiting, emitter, clock).run();
                    } finally {
                        pages.remove(waiting);
                    }
                });
        return emitter;
    }

    @EventListener
    void estateMoved(EstateMoved moved) {
        tell(Topics.of(moved));
    }

    @EventListener(CatalogChanged.class)
    void catalogChanged() {
        tell(Set.of(Topics.CATALOG));
    }

    private void tell(Set<String> topics) {
        pages.forEach(page -> page.happened(topics));
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        pages.forEach(Waiting::end);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
