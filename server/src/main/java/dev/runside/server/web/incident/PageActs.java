package dev.runside.server.web.incident;

import dev.runside.core.estate.Input;
import dev.runside.core.state.Decision;
import dev.runside.core.triage.Incident;
import dev.runside.server.access.Caller.PersonCaller;
import dev.runside.server.catalog.Catalogs;
import dev.runside.server.engine.Acts;
import dev.runside.server.problem.ErrorKind;
import dev.runside.server.problem.Problem;
import dev.runside.server.web.frame.Notice;
import dev.runside.server.web.words.Names;
import dev.runside.server.web.words.Prose;
import dev.runside.server.web.words.Sentence;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What a person does with an incident on its page. */
@Component
class PageActs {

    private static final int LONGEST_CAUSE = 2_000;

    private final Acts acts;
    private final Catalogs catalogs;

    PageActs(Acts acts, Catalogs catalogs) {
        this.acts = acts;
        this.catalogs = catalogs;
    }

    Notice acknowledge(Incident incident, PersonCaller by) {
        return perform(
                new Input.Acknowledge(incident.id(), by.person()),
                decision ->
                        decision.writes().isEmpty()
                                ? "Somebody has #%d already.".formatted(incident.number())
                                : "You have #%d now; nobody is paged about it again."
                                        .formatted(incident.number()));
    }

    Notice resolve(Incident incident, String cause, PersonCaller by) {
        String text = cause.strip();
        if (text.isEmpty() || text.length() > LONGEST_CAUSE) {
            return Notice.refused(
                    "Say what it was, in at most %,d characters.".formatted(LONGEST_CAUSE),
                    "The next person who meets it will read this.");
        }
        return perform(
                new Input.Resolve(incident.id(), by.person(), text),
                _ -> "#%d is resolved.".formatted(incident.number()));
    }

    private Notice perform(Input act, Function<Decision, String> done) {
        try {
            return Notice.done(done.apply(acts.perform(act)));
        } catch (Problem problem) {
            if (problem.code().kind() != ErrorKind.CALLER) {
                throw problem;
            }
            Names names = new Names(catalogs.current());
            return Notice.refused(
                    Sentence.of(Prose.plain(problem.detail(), names)),
                    Sentence.of(Prose.plain(problem.fix(), names)));
        }
    }
}
