package dev.runside.server.web.situation;

import dev.runside.core.catalog.Catalog;
import dev.runside.core.page.Page;
import dev.runside.core.run.Hold;
import dev.runside.core.run.Run;
import dev.runside.core.state.Draft;
import dev.runside.core.triage.AgentSeen;
import dev.runside.core.triage.Change;
import dev.runside.core.triage.Finding;
import dev.runside.core.triage.Incident;
import dev.runside.server.catalog.Catalogs;
import dev.runside.server.engine.Engine;
import org.springframework.stereotype.Component;

/** Asks the estate how it stands. */
@Component
public class Situations {

    private final Engine engine;
    private final Catalogs catalogs;

    Situations(Engine engine, Catalogs catalogs) {
        this.engine = engine;
        this.catalogs = catalogs;
    }

    /** Right after everything that was given to the engine before. */
    public Situation current() {
        Catalog catalog = catalogs.current();
        return EngineAnswer.of(engine.ask(draft -> situation(draft, catalog)));
    }

    private static Situation situation(Draft draft, Catalog catalog) {
        return new Situation(
                draft.now(),
                catalog,
                draft.all(Incident.class).filter(Incident::live).toList(),
                draft.all(Finding.class).filter(Finding::open).toList(),
                draft.all(Run.class).toList(),
                draft.all(Page.class).toList(),
                draft.all(Change.class).filter(change -> change.underWay(draft.now())).toList(),
                draft.all(AgentSeen.class).toList(),
                draft.find(Hold.class, Hold.KEY).filter(Hold::on));
    }
}
