package dev.runside.server.web.flow;

import dev.runside.core.catalog.Flow;
import dev.runside.server.access.Allow;
import dev.runside.server.access.Caller.PersonCaller;
import dev.runside.server.access.Who;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import dev.runside.server.web.frame.Frames;
import dev.runside.server.web.frame.Html;
import dev.runside.server.web.frame.Section;
import dev.runside.server.web.frame.Shell;
import dev.runside.server.web.live.Topics;
import dev.runside.server.web.situation.Situation;
import dev.runside.server.web.situation.Situations;
import dev.runside.server.web.words.Names;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Allow(Who.PERSON)
class FlowController {

    private static final Set<String> TOPICS =
            Set.of(Topics.ESTATE, Topics.INCIDENTS, Topics.CATALOG, Topics.METRICS);

    private final Situations situations;
    private final Frames frames;
    private final FlowPages pages;
    private final Html html;

    FlowController(Situations situations, Frames frames, FlowPages pages, Html html) {
        this.situations = situations;
        this.frames = frames;
        this.pages = pages;
        this.html = html;
    }

    @GetMapping(path = "/flows", produces = "text/html")
    ResponseEntity<String> flows(PersonCaller caller, HttpServletRequest request) {
        Situation situation = situations.current();
        Shell shell =
                frames.around(
                        new Frames.Of("Flows", Section.FLOWS, TOPICS), situation, caller, request);
        return html.page("flow/flows", pages.flows(situation, shell));
    }

    /**
     * @param hop the one whose details are shown
     */
    @GetMapping(path = "/flows/{name}", produces = "text/html")
    ResponseEntity<String> flow(
            @PathVariable String name,
            @RequestParam Optional<String> hop,
            PersonCaller caller,
            HttpServletRequest request) {
        Situation situation = situations.current();
        Flow flow =
                situation.catalog().flows().values().stream()
                        .filter(known -> known.ref().name().equals(name))
                        .findFirst()
                        .orElseThrow(() ->
                                Problem.of(
                                        ErrorCode.NOT_FOUND, "There is no flow '" + name + "'."));
        String title = new Names(situation.catalog()).label(flow.ref());
        Shell shell =
                frames.around(
                        new Frames.Of(title, Section.FLOWS, TOPICS), situation, caller, request);
        return html.page("flow/flow", pages.flow(flow, hop, situation, shell));
    }
}
