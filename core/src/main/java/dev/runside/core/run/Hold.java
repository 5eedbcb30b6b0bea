package dev.runside.core.run;

import dev.runside.core.Ref;
import dev.runside.core.state.Entry;
import java.time.Instant;

/** While it is on, nothing acts. Paging goes on. */
public record Hold(boolean on, Ref by, String reason, Instant since) implements Entry {

    public static final String KEY = "hold";

    @Override
    public String key() {
        return KEY;
    }
}
