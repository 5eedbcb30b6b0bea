package dev.runside.server.intake.poll;

import dev.runside.server.intake.Draft;
import dev.runside.server.intake.body.Item;
import dev.runside.server.intake.forge.Project;
import dev.runside.server.intake.github.GitHubAnswers;
import dev.runside.server.intake.github.GitHubAnswers.Numbered;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Questions about one repository. GitHub lists the newest first, so the pages are read until one
 * holds what an earlier round has seen.
 */
final class GitHubWay {

    private static final int DEPLOYMENTS = 10;
    private static final int RUNS = 50;
    private static final int MOST_PAGES = 20;

    private final Round round;
    private final String root;
    private final Project project;

    private GitHubWay(Round round) {
        this.round = round;
        this.root = "/repos/" + round.target();
        this.project = round.one(root, GitHubAnswers::project);
    }

    static Brought ask(Round round) {
        var way = new GitHubWay(round);
        List<Draft> drafts = new ArrayList<>();
        drafts.addAll(way.deployments());
        drafts.addAll(way.runs());
        drafts.addAll(way.releases());
        return Brought.of(drafts);
    }

    /** Their list is asked for as a whole: it need not change where one gets a status. */
    private List<Draft> deployments() {
        String path = root + "/deployments?per_page=" + DEPLOYMENTS;
        return pages(
                "deployment", DEPLOYMENTS, page -> round.all(at(path, page), this::deployment));
    }

    private List<Draft> runs() {
        String path = root + "/actions/runs?status=completed&per_page=" + RUNS;
        Function<Item, List<Numbered>> reader = answer -> GitHubAnswers.runs(project, answer);
        return pages(
                "run",
                RUNS,
                page ->
                        (page == 1
                                        ? round.changed(path, reader)
                                        : round.all(at(path, page), reader))
                                .stream().flatMap(List::stream).toList());
    }

    private List<Draft> releases() {
        return round
                .changed(
                        root + "/releases?per_page=30",
                        release -> GitHubAnswers.release(project, release))
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private Numbered deployment(Item deployment) {
        Numbered begun = GitHubAnswers.deployment(project, deployment);
        String statuses = root + "/deployments/" + begun.number() + "/statuses?per_page=30";
        List<Draft> drafts = new ArrayList<>(begun.drafts());
        round.changed(statuses, status -> GitHubAnswers.status(project, deployment, status))
                .reversed()
                .forEach(drafts::addAll);
        return new Numbered(begun.number(), drafts);
    }

    private List<Draft> pages(String name, int size, Function<Integer, List<Numbered>> question) {
        long known = round.mark(name).map(Long::parseLong).orElse(Long.MAX_VALUE);
        long newest = known == Long.MAX_VALUE ? 0 : known;
        List<Draft> drafts = new ArrayList<>();
        boolean more = true;
        for (int page = 1; more && page <= MOST_PAGES; page++) {
            List<Numbered> read = question.apply(page);
            read.forEach(each -> drafts.addAll(each.drafts()));
            newest = Math.max(newest, read.stream().mapToLong(Numbered::number).max().orElse(0));
            more = read.size() == size && read.stream().allMatch(each -> each.number() > known);
        }
        if (more) {
            round.remark(
                    "more than %d of %s at once: the oldest are left out"
                            .formatted(size * MOST_PAGES, name));
        }
        round.keep(name, Long.toString(newest));
        return drafts;
    }

    private static String at(String path, int page) {
        return page == 1 ? path : path + "&page=" + page;
    }
}
