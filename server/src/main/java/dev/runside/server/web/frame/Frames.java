package dev.runside.server.web.frame;

import dev.runside.core.run.Hold;
import dev.runside.server.access.Caller.PersonCaller;
import dev.runside.server.access.Proof;
import dev.runside.server.health.Readiness;
import dev.runside.server.health.ReadinessCheck;
import dev.runside.server.web.situation.Situation;
import dev.runside.server.web.words.Names;
import dev.runside.server.web.words.Sentence;
import dev.runside.server.web.words.Stamp;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Puts a page into its frame. */
@Component
public class Frames {

    private final Assets assets;
    private final List<ReadinessCheck> checks;

    Frames(Assets assets, List<ReadinessCheck> checks) {
        this.assets = assets;
        this.checks = List.copyOf(checks);
    }

    /**
     * What of a frame is the page's own.
     *
     * @param topics what the page wants to hear of
     */
    public record Of(String title, Section section, Set<String> topics) {}

    public Shell around(
            Of page, Situation situation, PersonCaller caller, HttpServletRequest request) {
        Names names = new Names(situation.catalog());
        return new Shell(
                page.title(),
                page.section(),
                viewer(caller, names),
                Theme.of(request),
                "true".equals(request.getHeader("HX-Request")),
                String.join(",", new TreeSet<>(page.topics())),
                situation.hold().map(hold -> held(hold, names, situation)),
                warnings(),
                Optional.empty(),
                assets,
                new Stamp(situation.now(), situation.now()));
    }

    private static Viewer viewer(PersonCaller caller, Names names) {
        String formToken =
                switch (caller.proof()) {
                    case Proof.Session session -> session.formToken();
                    case Proof.Bearer _ -> "";
                };
        return new Viewer(caller.person(), names.label(caller.person()), formToken);
    }

    private static Shell.Held held(Hold hold, Names names, Situation situation) {
        return new Shell.Held(
                names.label(hold.by()), hold.reason(), new Stamp(hold.since(), situation.now()));
    }

    private List<String> warnings() {
        return checks.stream().flatMap(check -> warning(check.check()).stream()).toList();
    }

    private static Optional<String> warning(Readiness answer) {
        return switch (answer) {
            case Readiness.Ready _ -> Optional.empty();
            case Readiness.Lacking lacking -> Optional.of(Sentence.of(lacking.sentence()));
            case Readiness.NotReady notReady -> Optional.of(Sentence.of(notReady.sentence()));
        };
    }
}
