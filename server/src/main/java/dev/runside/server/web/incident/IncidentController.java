package dev.runside.server.web.incident;

import dev.runside.server.access.Allow;
import dev.runside.server.access.Caller.PersonCaller;
import dev.runside.server.access.Who;
import dev.runside.server.web.frame.Notice;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
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
@RequestMapping(path = "/incidents/{number}", produces = "text/html")
class IncidentController {

    private final IncidentPages pages;
    private final PageActs acts;

    IncidentController(IncidentPages pages, PageActs acts) {
        this.pages = pages;
        this.acts = acts;
    }

    @GetMapping
    ResponseEntity<String> show(
            @PathVariable long number, PersonCaller caller, HttpServletRequest request) {
        return pages.page(number, caller, request);
    }

    @PostMapping("/acknowledge")
    ResponseEntity<String> acknowledge(
            @PathVariable long number, PersonCaller caller, HttpServletRequest request) {
        Notice notice = acts.acknowledge(pages.find(number).incident(), caller);
        return answer(number, notice, caller, request);
    }

    /**
     * @param cause what it was, in the person's words
     */
    @PostMapping("/resolve")
    ResponseEntity<String> resolve(
            @PathVariable long number,
            @RequestParam(defaultValue = "") String cause,
            PersonCaller caller,
            HttpServletRequest request) {
        Notice notice = acts.resolve(pages.find(number).incident(), cause, caller);
        return answer(number, notice, caller, request);
    }

    /** A browser without script is sent back to the page, unless it was refused. */
    private ResponseEntity<String> answer(
            long number, Notice notice, PersonCaller caller, HttpServletRequest request) {
        boolean scripted = "true".equals(request.getHeader("HX-Request"));
        return scripted || notice.refused()
                ? pages.page(number, notice, caller, request)
                : ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create("/incidents/" + number))
                        .build();
    }
}
