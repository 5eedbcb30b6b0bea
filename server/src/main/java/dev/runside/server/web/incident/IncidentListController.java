package dev.runside.server.web.incident;

import dev.runside.server.access.Allow;
import dev.runside.server.access.Caller.PersonCaller;
import dev.runside.server.access.Who;
import dev.runside.server.web.frame.Frames;
import dev.runside.server.web.frame.Html;
import dev.runside.server.web.frame.Section;
import dev.runside.server.web.frame.Shell;
import dev.runside.server.web.live.Topics;
import dev.runside.server.web.situation.Situation;
import dev.runside.server.web.situation.Situations;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class IncidentListController {

    private static final Frames.Of PAGE =
            new Frames.Of("Incidents", Section.INCIDENTS, Set.of(Topics.INCIDENTS));

    private final Situations situations;
    private final IncidentList list;
    private final Frames frames;
    private final Html html;

    IncidentListController(Situations situations, IncidentList list, Frames frames, Html html) {
        this.situations = situations;
        this.list = list;
        this.frames = frames;
        this.html = html;
    }

    /**
     * @param before only numbers below this one
     */
    @Allow(Who.PERSON)
    @GetMapping(path = "/incidents", produces = "text/html")
    ResponseEntity<String> list(
            @RequestParam(defaultValue = "all") String state,
            @RequestParam(defaultValue = Long.MAX_VALUE + "") long before,
            PersonCaller caller,
            HttpServletRequest request) {
        Situation situation = situations.current();
        Shell shell = frames.around(PAGE, situation, caller, request);
        return html.page(
                "incident/incidents", list.view(state, before, situation.catalog(), shell));
    }
}
