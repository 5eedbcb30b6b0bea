package dev.runside.server.intake.alertmanager;

import dev.runside.server.access.Allow;
import dev.runside.server.access.Who;
import dev.runside.server.storage.ServerClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What clients of Alertmanager ask before they trust it with anything. */
@RestController
@Allow({Who.SOURCE, Who.PERSON})
class StatusEndpoint {

    /** The version whose answers ours are. */
    private static final String VERSION = "0.25.0";

    private static final String ORIGINAL =
            "route:\n  receiver: runside\nreceivers:\n- name: runside\n";

    private final Instant startedAt;

    StatusEndpoint(ServerClock clock) {
        this.startedAt = clock.instant();
    }

    record Status(
            Map<String, Object> cluster,
            Map<String, String> config,
            Instant uptime,
            Map<String, String> versionInfo) {}

    @GetMapping(path = "/api/v2/status", produces = "application/json")
    Status status() {
        return new Status(
                Map.of("status", "disabled", "peers", List.of()),
                Map.of("original", ORIGINAL),
                startedAt,
                Map.of(
                        "version", VERSION,
                        "revision", "",
                        "branch", "runside",
                        "buildUser", "",
                        "buildDate", "",
                        "goVersion", ""));
    }

    @GetMapping(path = "/api/v2/receivers", produces = "application/json")
    List<Map<String, String>> receivers() {
        return List.of(Map.of("name", Filter.RECEIVER));
    }

    @GetMapping(
            path = {"/-/ready", "/-/healthy"},
            produces = "text/plain")
    @Allow(Who.OPEN)
    String ready() {
        return "OK";
    }
}
