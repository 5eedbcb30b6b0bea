package dev.runside.server.intake.poll;

import java.time.Duration;

/** A round that cannot go on: what is wrong, and how long the other side wants to be left alone. */
final class PollException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration pause;

    PollException(String message, Duration pause) {
        super(message);
        this.pause = pause;
    }

    Duration pause() {
        return pause;
    }
}
