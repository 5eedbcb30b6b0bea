package dev.runside.server.intake.gitlab;

import dev.runside.server.intake.Draft;
import dev.runside.server.intake.body.Item;
import dev.runside.server.intake.forge.Project;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What GitLab's API answers: other objects than in its webhooks, and the same occurrences. */
public final class GitLabAnswers {

    private static final int MOST = 500;

    private GitLabAnswers() {}

    /** Something with the time by which GitLab sorts its like. */
    public record Stamped(Instant updated, List<Draft> drafts) {

        public Stamped {
            drafts = List.copyOf(drafts);
        }
    }

    /** One of a list, of which more is to be asked. */
    public record Listed(Instant updated, String id, boolean ended) {}

    /** Of {@code /projects/ID}. */
    public static Project project(Item project) {
        return HookReader.described(project);
    }

    /** Name and tier of one of {@code …/environments}. */
    public static Map.Entry<String, String> environment(Item environment) {
        return Map.entry(environment.shortened("name", MOST), environment.shortened("tier", MOST));
    }

    /** One of {@code …/deployments}. */
    public static Stamped deployment(Project project, Item deployment, Map<String, String> tiers) {
        return new Stamped(updated(deployment), Deployments.answered(project, deployment, tiers));
    }

    /** One of {@code …/pipelines}, which do not say when they ended. */
    public static Listed listed(Item pipeline) {
        String status = pipeline.shortened("status", MOST);
        return new Listed(
                updated(pipeline),
                pipeline.identifier("id"),
                status.equals("success") || status.equals("failed"));
    }

    /** {@code …/pipelines/ID}. */
    public static List<Draft> pipeline(Project project, Item pipeline) {
        return Pipelines.ended(
                project,
                pipeline,
                HookReader.username(pipeline),
                pipeline.shortened("web_url", MOST));
    }

    private static Instant updated(Item item) {
        if (!item.has("updated_at")) {
            item.wrong("updated_at", "is missing");
        }
        return GitLabTime.of(item, "updated_at").orElse(Instant.EPOCH);
    }
}
