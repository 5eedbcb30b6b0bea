package dev.runside.server.web.incident;

import dev.runside.core.triage.Incident;
import dev.runside.server.access.Allow;
import dev.runside.server.access.Caller.PersonCaller;
import dev.runside.server.access.Who;
import dev.runside.server.engine.Incidents;
import dev.runside.server.engine.Incidents.Whole;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import dev.runside.server.web.frame.Frames;
import dev.runside.server.web.frame.Html;
import dev.runside.server.web.frame.Notice;
import dev.runside.server.web.frame.Section;
import dev.runside.server.web.frame.Shell;
import dev.runside.server.web.live.Topics;
import dev.runside.server.web.situation.Situation;
import dev.runside.server.web.situation.Situations;
import dev.runside.server.web.words.Names;
import dev.runside.server.web.words.Prose;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Allow(Who.PERSON)
@RequestMapping(path = "/incidents", produces = "text/html")
class IncidentController {

    private final Situations situations;
    private final Incidents incidents;
    private final IncidentPages pages;
    private final IncidentList list;
    private final PageActs acts;
    private final Frames frames;
    private final Html html;

    IncidentController(
            Situations situations,
            Incidents incidents,
            IncidentPages pages,
            IncidentList list,
            PageActs acts,
            Frames frames,
            Html html) {
        this.situations = situations;
        this.incidents = incidents;
        this.pages = pages;
        this.list = list;
        this.acts = acts;
        this.frames = frames;
        this.html = html;
    }

    @GetMapping
    ResponseEntity<String> list(
            @RequestParam(defaultValue = "all") String state,
            @RequestParam(defaultValue = Long.MAX_VALUE + "") long before,
            PersonCaller caller,
            HttpServletRequest request) {
        Situation situation = situations.current();
        Shell shell =
                frames.around(
                        new Frames.Of("Incidents", Section.INCIDENTS, Set.of(Topics.INCIDENTS)),
                        situation,
                        caller,
                        request);
        return html.page(
                "incident/incidents", list.view(state, before, situation.catalog(), shell));
    }

    @GetMapping("/{number}")
    ResponseEntity<String> show(
            @PathVariable long number, PersonCaller caller, HttpServletRequest request) {
        return page(find(number), Optional.empty(), caller, request);
    }

    @PostMapping("/{number}/acknowledge")
    ResponseEntity<String> acknowledge(
            @PathVariable long number, PersonCaller caller, HttpServletRequest request) {
        return answer(number, acts.acknowledge(find(number).incident(), caller), caller, request);
    }

    /**
     * @param cause what it was, in the person's words
     */
    @PostMapping("/{number}/resolve")
    ResponseEntity<String> resolve(
            @PathVariable long number,
            @RequestParam(defaultValue = "") String cause,
            PersonCaller caller,
            HttpServletRequest request) {
        return answer(
                number, acts.resolve(find(number).incident(), cause, caller), caller, request);
    }

    /** A browser without script is sent back to the page, unless there is something to say. */
    private ResponseEntity<String> answer(
            long number, Notice notice, PersonCaller caller, HttpServletRequest request) {
        boolean scripted = "true".equals(request.getHeader("HX-Request"));
        return scripted || notice.refused()
                ? page(find(number), Optional.of(notice), caller, request)
                : ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create("/incidents/" + number))
                        .build();
    }

    private ResponseEntity<String> page(
            Whole whole, Optional<Notice> notice, PersonCaller caller, HttpServletRequest request) {
        Situation situation = situations.current();
        Shell shell =
                frames.around(
                        new Frames.Of(
                                title(whole.incident(), situation),
                                Section.INCIDENTS,
                                Set.of(Topics.incident(whole.incident().id()), Topics.CATALOG)),
                        situation,
                        caller,
                        request);
        HttpStatus status =
                notice.filter(Notice::refused).isPresent() ? HttpStatus.CONFLICT : HttpStatus.OK;
        return html.page(
                status,
                "incident/incident",
                pages.view(whole, situation.catalog(), notice.map(shell::saying).orElse(shell)));
    }

    private static String title(Incident incident, Situation situation) {
        return "#"
                + incident.number()
                + " "
                + Prose.plain(incident.judgement().title(), new Names(situation.catalog()));
    }

    private Whole find(long number) {
        return incidents
                .find(Long.toString(number))
                .orElseThrow(() ->
                        Problem.of(ErrorCode.NOT_FOUND, "There is no incident #" + number + "."));
    }
}
