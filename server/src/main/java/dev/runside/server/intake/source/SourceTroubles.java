package dev.runside.server.intake.source;

import dev.runside.core.Ref;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is wrong with a source now, as it was told. */
@Component
public class SourceTroubles {

    private final SourceStates states;

    SourceTroubles(SourceStates states) {
        this.states = states;
    }

    /** For example {@code no-data hop:mail/relay}; of the source itself only the condition. */
    public List<String> of(Ref source) {
        return states.told(source).stream()
                .map(told ->
                        told.subject().equals(source)
                                ? told.condition().word()
                                : told.condition().word() + " " + told.subject())
                .sorted()
                .toList();
    }
}
