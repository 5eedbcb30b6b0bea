package dev.runside.demo.launch;

import dev.runside.demo.service.Pause;
import dev.runside.demo.service.Reply;
import dev.runside.demo.service.Upstream;
import dev.runside.demo.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/**
 * Ready: every hop has served an order, the assistant an answer, the pipeline a report; the agent
 * is enrolled.
 */
final class Readiness {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Site site;
    private final Upstream people;

    Readiness(Site site) {
        this.site = site;
        this.people = new Upstream(site.address("people"), Duration.ofSeconds(1));
    }

    void await() throws IOException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!reached()) {
            if (System.nanoTime() > deadline) {
                throw new IOException(
                        "No order came through within "
                                + LIMIT.toSeconds()
                                + " s; the logs lie in "
                                + site.folder().resolve("log"));
            }
            Pause.of(Duration.ofMillis(20));
        }
    }

    private boolean reached() {
        return Files.exists(site.directory().resolve("agent").resolve("key"))
                && people.get("/tally") instanceof Reply.Answered answered
                && everyoneServed(answered.json());
    }

    private static boolean everyoneServed(JsonNode tally) {
        return tally.path("orders").asLong(0) > 0
                && tally.path("answers").asLong(0) > 0
                && tally.path("reportRuns").asLong(0) > 0;
    }
}
