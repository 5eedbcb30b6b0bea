package dev.runside.server.intake.zendesk;

import dev.runside.core.Ref;
import dev.runside.server.access.Caller.SourceCaller;
import dev.runside.server.intake.Draft;
import dev.runside.server.intake.Reception;
import dev.runside.server.intake.mapping.Meaning;
import dev.runside.server.intake.mapping.Speakers;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A ticket that names nothing known is about the product, where its source speaks for one. */
@Component
public class Products {

    private final Reception reception;

    Products(Reception reception) {
        this.reception = reception;
    }

    public Draft of(SourceCaller source, Draft draft) {
        List<String> subjects = source.speech().subjects();
        if (subjects.size() != 1
                || !subjects.getFirst().startsWith("product:")
                || !(reception.meaning(Speakers.of(source), draft) instanceof Meaning.Unmapped)) {
            return draft;
        }
        return draft.about(Optional.of(Ref.parse(subjects.getFirst())));
    }
}
