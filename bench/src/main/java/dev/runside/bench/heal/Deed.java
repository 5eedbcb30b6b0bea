package dev.runside.bench.heal;

import dev.runside.bench.heal.fleet.Service;
import java.time.Instant;

/** Something that the run did to a service. */
record Deed(Kind kind, Service service, Instant at) {

    enum Kind {
        KILL("kills"),
        PAUSE("pauses"),
        STOP("planned stops"),
        DEPLOY("deploys");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
