package dev.runside.server.intake.github;

import dev.runside.server.intake.Draft;
import dev.runside.server.intake.body.Item;
import dev.runside.server.intake.forge.Project;
import java.util.List;

/** What GitHub's API answers: the same objects as in its webhooks, so the same occurrences. */
public final class GitHubAnswers {

    private static final int MOST = 100;

    private GitHubAnswers() {}

    /** Something with the number by which GitHub counts its like. */
    public record Numbered(long number, List<Draft> drafts) {

        public Numbered {
            drafts = List.copyOf(drafts);
        }
    }

    /** Of {@code /repos/OWNER/NAME}. */
    public static Project project(Item repository) {
        return EventReader.repository(repository);
    }

    /** One of {@code …/deployments}. */
    public static Numbered deployment(Project project, Item deployment) {
        return new Numbered(number(deployment), Deployments.created(project, deployment));
    }

    /** One of {@code …/deployments/ID/statuses}. */
    public static List<Draft> status(Project project, Item deployment, Item status) {
        return Deployments.status(project, deployment, status);
    }

    /** {@code …/actions/runs}. */
    public static List<Numbered> runs(Project project, Item answer) {
        return answer.objects("workflow_runs", MOST).stream()
                .map(run -> new Numbered(number(run), Runs.workflow(project, run)))
                .toList();
    }

    /** One of {@code …/releases}. */
    public static List<Draft> release(Project project, Item release) {
        return Deployments.release(project, "published", release);
    }

    private static long number(Item item) {
        String id = item.identifier("id");
        if (!id.matches("\\d{1,18}")) {
            item.wrong("id", "is no number");
            return 0;
        }
        return Long.parseLong(id);
    }
}
