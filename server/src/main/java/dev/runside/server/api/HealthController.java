package dev.runside.server.api;

import dev.runside.server.access.Allow;
import dev.runside.server.access.Who;
import dev.runside.server.health.Readiness;
import dev.runside.server.health.ReadinessCheck;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Live: the process answers. Ready: it can do its work, and if not, why not. */
@RestController
@Allow(Who.OPEN)
@RequestMapping(path = "/health", produces = "application/json")
class HealthController {

    private final List<ReadinessCheck> checks;

    HealthController(List<ReadinessCheck> checks) {
        this.checks = List.copyOf(checks);
    }

    record Live(String status) {}

    record Checked(String name, String state, String sentence) {}

    record Ready(String status, List<Checked> checks) {}

    @GetMapping("/live")
    Live live() {
        return new Live("live");
    }

    @GetMapping("/ready")
    ResponseEntity<Ready> ready() {
        List<Checked> answers = checks.stream().map(HealthController::ask).toList();
        boolean ready = answers.stream().noneMatch(answer -> answer.state().equals("not-ready"));
        return ResponseEntity.status(ready ? 200 : 503)
                .body(new Ready(ready ? "ready" : "not-ready", answers));
    }

    private static Checked ask(ReadinessCheck check) {
        return switch (check.check()) {
            case Readiness.Ready ready -> new Checked(check.name(), "ready", ready.sentence());
            case Readiness.Lacking lacking ->
                    new Checked(check.name(), "lacking", lacking.sentence());
            case Readiness.NotReady notReady ->
                    new Checked(check.name(), "not-ready", notReady.sentence());
        };
    }
}
