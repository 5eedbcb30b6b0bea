package dev.runside.server.web.runbook;

import dev.runside.core.catalog.Runbook.Stage;
import dev.runside.core.learn.Proposal;
import dev.runside.server.access.Allow;
import dev.runside.server.access.Caller.PersonCaller;
import dev.runside.server.access.Who;
import dev.runside.server.learn.Promotion;
import dev.runside.server.problem.ErrorKind;
import dev.runside.server.problem.Problem;
import dev.runside.server.web.frame.Html;
import dev.runside.server.web.frame.Notice;
import dev.runside.server.web.situation.Situation;
import dev.runside.server.web.words.Names;
import dev.runside.server.web.words.Prose;
import dev.runside.server.web.words.Sentence;
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
@RequestMapping(path = "/runbooks", produces = "text/html")
class RunbookController {

    private static final int LONGEST_REASON = 2_000;

    private final RunbookPages pages;
    private final Promotion promotion;
    private final Html html;

    RunbookController(RunbookPages pages, Promotion promotion, Html html) {
        this.pages = pages;
        this.promotion = promotion;
        this.html = html;
    }

    @GetMapping
    ResponseEntity<String> list(PersonCaller caller, HttpServletRequest request) {
        return html.page("runbook/runbooks", pages.list(caller, request));
    }

    @GetMapping("/drafted/{name}")
    ResponseEntity<String> proposal(
            @PathVariable String name, PersonCaller caller, HttpServletRequest request) {
        return html.page("runbook/proposal", pages.proposal(pages.find(name), caller, request));
    }

    /**
     * @param stage observe, approve or act
     */
    @PostMapping("/drafted/{name}/promote")
    ResponseEntity<String> promote(
            @PathVariable String name,
            @RequestParam Stage stage,
            PersonCaller caller,
            HttpServletRequest request) {
        Proposal proposal = pages.find(name);
        return decided(proposal, () -> promotion.promote(caller, proposal, stage), caller, request);
    }

    @PostMapping("/drafted/{name}/dismiss")
    ResponseEntity<String> dismiss(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String reason,
            PersonCaller caller,
            HttpServletRequest request) {
        Proposal proposal = pages.find(name);
        String text = reason.strip();
        if (text.isEmpty() || text.length() > LONGEST_REASON) {
            return refused(
                    proposal,
                    Notice.refused(
                            "Say why, in at most %,d characters.".formatted(LONGEST_REASON),
                            "Whoever reads the record will want to know."),
                    caller,
                    request);
        }
        return decided(proposal, () -> promotion.dismiss(caller, proposal, text), caller, request);
    }

    private ResponseEntity<String> decided(
            Proposal proposal, Runnable act, PersonCaller caller, HttpServletRequest request) {
        try {
            act.run();
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create("/runbooks/drafted/" + proposal.name()))
                    .build();
        } catch (Problem problem) {
            if (problem.code().kind() != ErrorKind.CALLER) {
                throw problem;
            }
            Names names = new Names(pages.situation().catalog());
            return refused(
                    proposal,
                    Notice.refused(
                            Sentence.of(Prose.plain(problem.detail(), names)),
                            Sentence.of(Prose.plain(problem.fix(), names))),
                    caller,
                    request);
        }
    }

    private ResponseEntity<String> refused(
            Proposal proposal, Notice notice, PersonCaller caller, HttpServletRequest request) {
        Situation situation = pages.situation();
        return html.page(
                "runbook/proposal",
                pages.proposal(
                        proposal,
                        pages.shell(proposal, situation, caller, request).saying(notice),
                        situation));
    }
}
