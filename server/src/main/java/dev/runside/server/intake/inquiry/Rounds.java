package dev.runside.server.intake.inquiry;

import dev.runside.core.Ref;
import dev.runside.server.catalog.Catalogs;
import dev.runside.server.intake.source.SourceFaults;
import dev.runside.server.storage.Every;
import dev.runside.server.storage.ServerClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Goes round the sources every second, each on a thread of its own, so that a slow one holds up no
 * other. Begins when the indicators are watched.
 */
@Component
class Rounds implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Rounds.class);
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final Catalogs catalogs;
    private final Inquirer inquirer;
    private final SourceFaults faults;
    private final ServerClock clock;
    private final Map<Ref, Round> rounds = new HashMap<>();
    private final Set<Ref> underWay = ConcurrentHashMap.newKeySet();
    private ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private List<Every> running = List.of();

    Rounds(Catalogs catalogs, Inquirer inquirer, SourceFaults faults, ServerClock clock) {
        this.catalogs = catalogs;
        this.inquirer = inquirer;
        this.faults = faults;
        this.clock = clock;
    }

    private void begin() {
        Map<Ref, List<Inquiry>> bySource =
                Inquiry.of(catalogs.current())
                        .collect(Collectors.groupingBy(inquiry -> inquiry.source().ref()));
        rounds.keySet().retainAll(bySource.keySet());
        bySource.forEach((source, inquiries) -> {
            Round round =
                    rounds.computeIfAbsent(source, _ -> new Round(source, inquirer, faults, clock));
            if (underWay.add(source)) {
                threads.execute(() -> go(source, round, inquiries));
            }
        });
    }

    private void go(Ref source, Round round, List<Inquiry> inquiries) {
        try {
            round.go(inquiries);
        } catch (RuntimeException e) {
            log.warn("Asking {} failed and will be tried again: {}", source, e.getMessage());
        } finally {
            underWay.remove(source);
        }
    }

    @Override
    public synchronized void start() {
        threads = Executors.newVirtualThreadPerTaskExecutor();
        running = List.of(Every.start("inquiries", PERIOD, this::begin));
    }

    @Override
    public synchronized void stop() {
        running.forEach(Every::close);
        running = List.of();
        threads.shutdownNow();
    }

    @Override
    public synchronized boolean isRunning() {
        return !running.isEmpty();
    }
}
