package dev.runside.bench.heal.fleet;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** One of the two that are compared: what watches a fleet and heals it. */
public interface Side extends AutoCloseable {

    String name();

    Fleet fleet();

    /** Starts services and watch; returns when every service is under watch. */
    void start() throws IOException, InterruptedException;

    /** Says beforehand that a service is changed on purpose, as its people would. */
    void announce(Service service, Planned planned) throws IOException, InterruptedException;

    /** The change is over. */
    void over(Service service, Planned planned) throws IOException, InterruptedException;

    /** When this side itself said that the service is well again after this moment. */
    Optional<Instant> saidWell(Service service, Instant after)
            throws IOException, InterruptedException;

    /** What costs time to run, by name: none of the services. */
    Map<String, ProcessHandle> watchers() throws IOException;

    @Override
    void close() throws IOException, InterruptedException;
}
