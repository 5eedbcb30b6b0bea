package dev.runside.server.web.connect;

import dev.runside.server.access.Allow;
import dev.runside.server.access.Caller.PersonCaller;
import dev.runside.server.access.Who;
import dev.runside.server.connect.Connecting;
import dev.runside.server.problem.ErrorKind;
import dev.runside.server.problem.Problem;
import dev.runside.server.web.frame.Html;
import dev.runside.server.web.frame.Notice;
import dev.runside.server.web.words.Sentence;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Allow(Who.PERSON)
@RequestMapping(path = "/connect", produces = "text/html")
class ConnectController {

    private final ConnectPages pages;
    private final Connecting connecting;
    private final Html html;

    ConnectController(ConnectPages pages, Connecting connecting, Html html) {
        this.pages = pages;
        this.connecting = connecting;
        this.html = html;
    }

    @GetMapping
    ResponseEntity<String> show(PersonCaller caller, HttpServletRequest request) {
        return html.page(
                "connect/connect", pages.list(ConnectForm.empty(request), caller, request));
    }

    @PostMapping
    ResponseEntity<String> connect(PersonCaller caller, HttpServletRequest request) {
        ConnectForm form = ConnectForm.of(request);
        try {
            return html.page(
                    "connect/connected",
                    pages.connected(connecting.connect(caller, form.wish()), caller, request));
        } catch (Problem problem) {
            if (problem.code().kind() != ErrorKind.CALLER) {
                throw problem;
            }
            Notice notice =
                    Notice.refused(Sentence.of(problem.detail()), Sentence.of(problem.fix()));
            return html.page("connect/connect", pages.refused(form, notice, caller, request));
        }
    }

    /** The part of the page that asks again by itself. */
    @GetMapping("/seen")
    ResponseEntity<String> seen(@RequestParam String source) {
        return html.page("connect/seen", pages.seen("source:" + source));
    }
}
