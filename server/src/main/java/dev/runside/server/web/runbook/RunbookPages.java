package dev.runside.server.web.runbook;

import dev.runside.core.catalog.Runbook;
import dev.runside.core.learn.Backtest;
import dev.runside.core.learn.Proposal;
import dev.runside.core.learn.Resolution;
import dev.runside.core.run.Phase;
import dev.runside.core.run.Run;
import dev.runside.server.access.Caller.PersonCaller;
import dev.runside.server.engine.Incidents;
import dev.runside.server.learn.Proposals;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import dev.runside.server.web.frame.Frames;
import dev.runside.server.web.frame.Section;
import dev.runside.server.web.frame.Shell;
import dev.runside.server.web.live.Topics;
import dev.runside.server.web.situation.Situation;
import dev.runside.server.web.situation.Situations;
import dev.runside.server.web.words.Counted;
import dev.runside.server.web.words.Names;
import dev.runside.server.web.words.Prose;
import dev.runside.server.web.words.Stamp;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts the views of this room together. */
@Component
class RunbookPages {

    private static final Frames.Of LIST =
            new Frames.Of("Runbooks", Section.RUNBOOKS, Set.of(Topics.INCIDENTS, Topics.CATALOG));
    private static final Duration LATELY = Duration.ofDays(30);
    private static final int MOST_RUNS = 10_000;

    private final Situations situations;
    private final Incidents incidents;
    private final Proposals proposals;
    private final Frames frames;

    RunbookPages(Situations situations, Incidents incidents, Proposals proposals, Frames frames) {
        this.situations = situations;
        this.incidents = incidents;
        this.proposals = proposals;
        this.frames = frames;
    }

    RunbooksView list(PersonCaller caller, HttpServletRequest request) {
        Situation situation = situations.current();
        Names names = new Names(situation.catalog());
        Map<String, List<Run>> runs =
                incidents.runsSince(situation.now().minus(LATELY), MOST_RUNS).stream()
                        .collect(Collectors.groupingBy(run -> run.runbook().name()));
        return new RunbooksView(
                frames.around(LIST, situation, caller, request),
                proposals.all().stream()
                        .filter(Proposal::open)
                        .map(proposal -> draft(proposal, names, situation.now()))
                        .toList(),
                situation.catalog().runbooks().stream()
                        .sorted(Comparator.comparing(Runbook::name))
                        .map(runbook ->
                                row(
                                        runbook,
                                        runs.getOrDefault(runbook.name(), List.of()),
                                        names,
                                        situation.now()))
                        .toList());
    }

    ProposalView proposal(Proposal proposal, Shell shell, Situation situation) {
        Names names = new Names(situation.catalog());
        Proposals.Shown shown = proposals.shown(proposal);
        return new ProposalView(
                shell,
                proposal.name(),
                names.label(proposal.runbook().product()),
                names.label(proposal.owner()),
                word(proposal.state()),
                proposal.decided()
                        .map(d ->
                                "%s by %s: %s"
                                        .formatted(
                                                word(proposal.state()),
                                                names.label(d.by()),
                                                d.reason()))
                        .orElse(""),
                proposal.from().stream().map(one -> from(one, names, situation.now())).toList(),
                proposal.missing().stream().map(each -> Prose.plain(each, names)).toList(),
                summary(shown),
                shown.tried().runs().stream().map(hit -> hit(hit, names)).toList(),
                shown.definition());
    }

    ProposalView proposal(Proposal proposal, PersonCaller caller, HttpServletRequest request) {
        Situation situation = situations.current();
        return proposal(proposal, shell(proposal, situation, caller, request), situation);
    }

    Shell shell(
            Proposal proposal,
            Situation situation,
            PersonCaller caller,
            HttpServletRequest request) {
        Frames.Of page = new Frames.Of(proposal.name(), Section.RUNBOOKS, Set.of());
        return frames.around(page, situation, caller, request);
    }

    Situation situation() {
        return situations.current();
    }

    Proposal find(String name) {
        return proposals
                .find(name)
                .orElseThrow(() ->
                        Problem.of(ErrorCode.NOT_FOUND, "Nothing called " + name + " is drafted."));
    }

    private static RunbooksView.Row row(Runbook runbook, List<Run> runs, Names names, Instant now) {
        return new RunbooksView.Row(
                runbook.name(),
                names.label(runbook.product()),
                word(runbook.stage()),
                names.label(runbook.keeper()),
                runs.size(),
                (int) runs.stream().filter(run -> run.phase() == Phase.VERIFIED).count(),
                runs.stream()
                        .map(run -> run.times().startedAt())
                        .max(Comparator.naturalOrder())
                        .map(at -> new Stamp(at, now)));
    }

    private static RunbooksView.Draft draft(Proposal proposal, Names names, Instant now) {
        return new RunbooksView.Draft(
                proposal.name(),
                names.label(proposal.owner()),
                proposal.from().stream()
                        .map(each -> "#" + each.number())
                        .collect(Collectors.joining(", ")),
                new Stamp(proposal.at(), now),
                !proposal.missing().isEmpty());
    }

    private static ProposalView.From from(Resolution resolution, Names names, Instant now) {
        return new ProposalView.From(
                resolution.number(),
                resolution.cause(),
                names.label(resolution.by()),
                new Stamp(resolution.at(), now),
                resolution.did().stream()
                        .map(deed -> deed.action().sentence())
                        .collect(Collectors.joining(", then ")));
    }

    private static String summary(Proposals.Shown shown) {
        Backtest tried = shown.tried();
        return "Of the %s of the last %d days it would have run on %d and saved %s; %s."
                .formatted(
                        Counted.of(tried.incidents(), "incident"),
                        shown.days(),
                        tried.runs().size(),
                        Counted.of(tried.pagesSaved(), "page"),
                        tried.clean()
                                ? "on none with another cause"
                                : "on some with another cause");
    }

    private static ProposalView.Hit hit(Backtest.Hit hit, Names names) {
        return new ProposalView.Hit(
                hit.number(),
                Prose.plain(hit.title(), names),
                hit.cause(),
                word(hit.verdict()),
                hit.paged());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
