package dev.runside.server.api.hold;

import dev.runside.server.access.Allow;
import dev.runside.server.access.Caller.PersonCaller;
import dev.runside.server.access.Who;
import dev.runside.server.api.repeat.Repeats;
import dev.runside.server.problem.Input;
import dev.runside.server.respond.Holding;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Allow(Who.PERSON)
@RequestMapping(path = "/api/v1/hold", produces = "application/json")
class HoldController {

    private static final int LONGEST_REASON = 500;

    private final Holding holding;
    private final Repeats repeats;

    HoldController(Holding holding, Repeats repeats) {
        this.holding = holding;
        this.repeats = repeats;
    }

    /**
     * @param on true stops all acting, false lets it go on
     */
    record Wish(@Nullable Boolean on, @Nullable String reason) {
        Wish {
            if (on == null) {
                throw Input.wrong("on", "is missing: true stops all acting, false lets it go on");
            }
            if (reason != null && reason.indexOf('\0') >= 0) {
                throw Input.wrong("reason", "must not contain the character NUL");
            }
            if (reason != null && reason.length() > LONGEST_REASON) {
                throw Input.wrong("reason", "may have at most " + LONGEST_REASON + " characters");
            }
        }

        String said() {
            return reason == null || reason.isBlank() ? "no reason given" : reason.strip();
        }
    }

    @GetMapping
    Holding.State state() {
        return holding.state();
    }

    @PostMapping
    Holding.State set(
            PersonCaller caller,
            @RequestBody Wish wish,
            @RequestHeader(name = Repeats.HEADER, required = false) @Nullable String key) {
        boolean on = Boolean.TRUE.equals(wish.on());
        repeats.once(caller.person(), key, "hold " + wish, () -> set(caller, on, wish.said()));
        return holding.state();
    }

    private void set(PersonCaller caller, boolean on, String reason) {
        if (on) {
            holding.hold(caller, reason);
        } else {
            holding.release(caller, reason);
        }
    }
}
