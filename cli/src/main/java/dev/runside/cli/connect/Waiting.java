package dev.runside.cli.connect;

import dev.runside.cli.client.ServerApi;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks until something of a source came, and a moment longer: the rest comes with it. */
public record Waiting(ServerApi server, String source, Duration most) {

    private static final Duration MOMENT = Duration.ofSeconds(2);
    private static final Duration BREATH = Duration.ofMillis(500);

    /** What came by then. */
    public Sight sight() throws IOException, InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        Sight sight = look();
        while (!sight.any() && !sight.inVain() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(BREATH.toMillis());
            sight = look();
        }
        if (sight.any() && !most.isZero()) {
            TimeUnit.MILLISECONDS.sleep(MOMENT.toMillis());
            return look();
        }
        return sight;
    }

    private Sight look() throws IOException, InterruptedException {
        JsonNode sources = server.get("/api/v1/sources").path("items");
        return sources.valueStream()
                .filter(each -> each.path("source").asString().equals(source))
                .findFirst()
                .map(Sight::new)
                .orElseGet(() -> new Sight(JsonMapper.shared().createObjectNode()));
    }
}
