package dev.runside.server.intake.poll;

import java.time.Duration;

/** What came of one question. */
sealed interface Asked {

    /** How long the other side wants to be left alone from now on. */
    Duration pause();

    /**
     * @param mark its ETag, or empty text
     */
    record Fresh(byte[] body, String mark, Duration pause) implements Asked {}

    record Unchanged(Duration pause) implements Asked {}
}
