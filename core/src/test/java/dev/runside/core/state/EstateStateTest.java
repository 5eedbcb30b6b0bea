package dev.runside.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.triage.Counter;
import java.util.List;
import org.junit.jupiter.api.Test;

class EstateStateTest {

    @Test
    void whatCouldNotBeCommittedIsTakenBack() {
        EstateState state = new EstateState();
        state.apply(List.of(put("incident", 1), put("gone", 7)));
        List<Write> decided =
                List.of(put("incident", 2), put("new", 1), new Write.Remove(Counter.class, "gone"));

        List<Write> undo = state.inverse(decided);
        state.apply(decided);
        assertThat(state.all(Counter.class))
                .containsExactlyInAnyOrder(new Counter("incident", 2), new Counter("new", 1));

        state.apply(undo);
        assertThat(state.all(Counter.class))
                .containsExactlyInAnyOrder(new Counter("incident", 1), new Counter("gone", 7));
    }

    private static Write put(String name, long value) {
        return new Write.Put(new Counter(name, value));
    }
}
