package dev.runside.server.learn;

import dev.runside.core.catalog.Runbook.Stage;
import dev.runside.core.learn.Proposal;
import dev.runside.server.access.Allow;
import dev.runside.server.access.Caller.PersonCaller;
import dev.runside.server.access.Who;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Input;
import dev.runside.server.problem.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Runbooks that were drafted, for their owners to decide on. */
@RestController
@Allow(Who.PERSON)
@RequestMapping(path = "/api/v1/proposals", produces = "application/json")
class ProposalsController {

    private static final int LONGEST_REASON = 2_000;

    private final Proposals proposals;
    private final Promotion promotion;

    ProposalsController(Proposals proposals, Promotion promotion) {
        this.proposals = proposals;
        this.promotion = promotion;
    }

    /** The newest first. */
    record Page(List<Line> items) {}

    /**
     * @param incidents the numbers of those it was learnt of
     */
    record Line(String name, String product, String owner, String state, List<Long> incidents) {}

    /**
     * @param stage observe, approve or act; act where it is missing
     */
    record Promote(@Nullable String stage) {

        Stage asStage() {
            String words =
                    Arrays.stream(Stage.values())
                            .map(each -> each.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "));
            return stage == null
                    ? Stage.ACT
                    : Arrays.stream(Stage.values())
                            .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(stage))
                            .findFirst()
                            .orElseThrow(() -> Input.wrong("stage", "must be one of " + words));
        }
    }

    record Dismiss(String reason) {
        Dismiss {
            Input.required(reason, "reason");
            if (reason.length() > LONGEST_REASON) {
                throw Input.wrong("reason", "may have at most " + LONGEST_REASON + " characters");
            }
        }
    }

    @GetMapping
    Page proposals() {
        return new Page(proposals.all().stream().map(ProposalsController::line).toList());
    }

    @GetMapping("/{name}")
    ProposalDocument proposal(@PathVariable String name) {
        return document(find(name));
    }

    /** Makes a definition of it, by the caller's right to apply one. */
    @PostMapping("/{name}/promote")
    ProposalDocument promote(
            PersonCaller caller, @PathVariable String name, @RequestBody Promote promote) {
        promotion.promote(caller, find(name), promote.asStage());
        return document(find(name));
    }

    @PostMapping("/{name}/dismiss")
    ProposalDocument dismiss(
            PersonCaller caller, @PathVariable String name, @RequestBody Dismiss dismiss) {
        promotion.dismiss(caller, find(name), dismiss.reason().strip());
        return document(find(name));
    }

    private ProposalDocument document(Proposal proposal) {
        return ProposalDocument.of(proposals.shown(proposal));
    }

    private Proposal find(String name) {
        return proposals
                .find(name)
                .orElseThrow(() ->
                        Problem.of(ErrorCode.NOT_FOUND, "There is no proposal '" + name + "'.")
                                .withFix("List them: GET /api/v1/proposals"));
    }

    private static Line line(Proposal proposal) {
        return new Line(
                proposal.name(),
                proposal.runbook().product().toString(),
                proposal.owner().toString(),
                proposal.state().name().toLowerCase(Locale.ROOT),
                proposal.from().stream().map(each -> each.number()).toList());
    }
}
