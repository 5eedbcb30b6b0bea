package dev.runside.server.storage;

import java.time.Instant;

/** The clock that whoever runs the machine sets, forward and back. */
@FunctionalInterface
public interface MachineClock {

    Instant instant();
}
