package dev.runside.server.api.repeat;

import dev.runside.core.Ref;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Input;
import dev.runside.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Does an act once for each key of a caller (draft-ietf-httpapi-idempotency-key-header). An act
 * that failed frees its key; one that a crash cut off is done again by the next server.
 */
@Component
public class Repeats {

    public static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 200;

    private final RepeatStore store;

    Repeats(RepeatStore store) {
        this.store = store;
    }

    /**
     * @param key as the caller sent it; without one the act is done each time
     * @param act what is asked for, whole: the same key with another act is refused
     */
    public void once(Ref caller, @Nullable String key, String act, Runnable doing) {
        if (key == null) {
            doing.run();
            return;
        }
        if (key.isBlank() || key.length() > LONGEST) {
            throw Input.wrong(HEADER, "must have from 1 to " + LONGEST + " characters");
        }
        var place = new RepeatStore.Place(caller.toString(), key);
        switch (store.claim(place, act)) {
            case FRESH -> perform(place, doing);
            case DONE -> {}
            case OTHER_ACT ->
                    throw Problem.of(
                                    ErrorCode.CONFLICT,
                                    "This Idempotency-Key was used for another act.")
                            .withFix("Use a new key for each act.");
            case UNDER_WAY ->
                    throw Problem.of(ErrorCode.CONFLICT, "The same act is under way.")
                            .withFix("Send it again in a moment.");
        }
    }

    private void perform(RepeatStore.Place place, Runnable doing) {
        try {
            doing.run();
        } catch (RuntimeException failed) {
            store.free(place);
            throw failed;
        }
        store.done(place);
    }
}
