package dev.runside.server.engine;

import dev.runside.server.health.Readiness;
import dev.runside.server.health.ReadinessCheck;
import org.springframework.stereotype.Component;

/** Ready while the estate's thread lives. */
@Component
class EngineReadiness implements ReadinessCheck {

    private final EstateEngine engine;

    EngineReadiness(EstateEngine engine) {
        this.engine = engine;
    }

    @Override
    public String name() {
        return "engine";
    }

    @Override
    public Readiness check() {
        return engine.isRunning()
                ? new Readiness.Ready("The estate's machine decides.")
                : new Readiness.NotReady(
                        "The estate's machine does not run; see the server's log.");
    }
}
