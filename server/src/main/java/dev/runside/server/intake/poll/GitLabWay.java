package dev.runside.server.intake.poll;

import dev.runside.server.intake.Draft;
import dev.runside.server.intake.body.Item;
import dev.runside.server.intake.forge.Project;
import dev.runside.server.intake.gitlab.GitLabAnswers;
import dev.runside.server.intake.gitlab.GitLabAnswers.Listed;
import dev.runside.server.intake.gitlab.GitLabAnswers.Stamped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Questions about one project. What changed is asked for in the order of its changes, each page
 * from the last time on that the page before it told: nothing that changes meanwhile is skipped.
 */
final class GitLabWay {

    private static final int PAGE = 100;
    private static final int MOST_PAGES = 10;

    /** What was committed late bears an earlier time. */
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    private final Round round;
    private final String root;
    private final Project project;

    private GitLabWay(Round round) {
        this.round = round;
        this.root = "/api/v4/projects/" + URLEncoder.encode(round.target(), StandardCharsets.UTF_8);
        this.project = round.one(root, GitLabAnswers::project);
    }

    static Brought ask(Round round) {
        var way = new GitLabWay(round);
        List<Draft> drafts = new ArrayList<>(way.deployments());
        drafts.addAll(way.pipelines());
        return Brought.of(drafts);
    }

    private List<Draft> deployments() {
        Map<String, String> tiers =
                round.all(root + "/environments?per_page=100", GitLabAnswers::environment).stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one));
        return pages(
                "deployments",
                "/deployments?",
                item -> GitLabAnswers.deployment(project, item, tiers));
    }

    private List<Draft> pipelines() {
        String ref = URLEncoder.encode(project.branch(), StandardCharsets.UTF_8);
        return pages("pipelines", "/pipelines?ref=" + ref + "&", this::pipeline);
    }

    private Stamped pipeline(Item listed) {
        Listed known = GitLabAnswers.listed(listed);
        return new Stamped(
                known.updated(),
                known.ended() && known.id().matches("\\d{1,18}")
                        ? round.one(
                                root + "/pipelines/" + known.id(),
                                item -> GitLabAnswers.pipeline(project, item))
                        : List.of());
    }

    private List<Draft> pages(String name, String path, Reader reader) {
        Instant from =
                round.mark(name)
                        .map(Instant::parse)
                        .orElse(round.begin().minus(Taking.BEFORE_BEGIN));
        String query = root + path + "order_by=updated_at&sort=asc&per_page=" + PAGE;
        List<Draft> drafts = new ArrayList<>();
        List<Stamped> read =
                round.changed(query + "&updated_after=" + from.minus(OVERLAP), reader::read);
        Instant last = later(from, read, drafts);
        for (int page = 1; read.size() == PAGE && page < MOST_PAGES; page++) {
            read = round.all(query + "&updated_after=" + last, reader::read);
            last = later(last, read, drafts);
        }
        round.keep(name, last.toString());
        return drafts;
    }

    private interface Reader {
        Stamped read(Item item);
    }

    /** A page that is all of one time is left behind, else it would be asked for for ever. */
    private static Instant later(Instant before, List<Stamped> read, List<Draft> drafts) {
        read.forEach(each -> drafts.addAll(each.drafts()));
        Instant newest = read.stream().map(Stamped::updated).max(Instant::compareTo).orElse(before);
        boolean stuck = read.size() == PAGE && !newest.isAfter(before);
        return stuck ? before.plusMillis(1) : newest.isAfter(before) ? newest : before;
    }
}
