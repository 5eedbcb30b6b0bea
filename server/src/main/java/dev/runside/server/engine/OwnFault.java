package dev.runside.server.engine;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Layer;
import dev.runside.core.estate.Input;
import dev.runside.core.triage.Finding;
import java.time.Instant;

/** An input that was set aside is a fault of Runside itself, which is told like any other. */
final class OwnFault {

    private static final Ref ENGINE = new Ref("runside", "engine");

    private OwnFault() {}

    static Input told(Throwable thrown, Instant now) {
        return new Input.Raised(
                Finding.event(
                        "input-set-aside",
                        ENGINE,
                        "",
                        Layer.MACHINERY,
                        Function.PLATFORM,
                        now,
                        now,
                        "Runside set aside an input it could not decide on: "
                                + thrown.getClass().getSimpleName()));
    }

    /** What tells of a fault, and fails itself, is not told of. */
    static boolean isTold(Input input) {
        return input instanceof Input.Raised raised && raised.finding().subject().equals(ENGINE);
    }
}
