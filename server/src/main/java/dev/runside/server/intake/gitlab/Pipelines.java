package dev.runside.server.intake.gitlab;

import dev.runside.server.intake.Draft;
import dev.runside.server.intake.body.Item;
import dev.runside.server.intake.forge.Commit;
import dev.runside.server.intake.forge.Happening;
import dev.runside.server.intake.forge.Project;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Pipelines that ended on the default branch, and jobs that failed there and may not. */
final class Pipelines {

    private static final int MOST = 500;

    private Pipelines() {}

    static List<Draft> pipeline(Project project, Item body) {
        return ended(
                project,
                body.part("object_attributes"),
                HookReader.username(body),
                body.part("object_attributes").shortened("url", MOST));
    }

    /** A pipeline as a webhook and as the API have it. */
    static List<Draft> ended(Project project, Item pipeline, String by, String url) {
        String id = pipeline.identifier("id");
        String ref = pipeline.shortened("ref", MOST);
        String status = pipeline.shortened("status", MOST);
        boolean failed = status.equals("failed");
        if (!project.isDefault(ref)
                || pipeline.truth("tag", false)
                || !failed && !status.equals("success")) {
            return List.of();
        }
        Optional<Instant> time = GitLabTime.of(pipeline, "finished_at");
        // A pipeline that is tried again keeps its id and ends at another time.
        String end = time.map(at -> "/" + at.getEpochSecond()).orElse("");
        var happening = new Happening(project, "pipeline", id + "/" + status + end, time);
        var commit = new Commit(pipeline.shortened("sha", MOST), ref, by);
        return List.of(happening.ended(!failed, "pipeline", commit, url));
    }

    static List<Draft> job(Project project, Item body) {
        String id = body.identifier("build_id");
        String ref = body.shortened("ref", MOST);
        if (!project.isDefault(ref)
                || !body.shortened("build_status", MOST).equals("failed")
                || body.truth("build_allow_failure", false)) {
            return List.of();
        }
        var commit = new Commit(body.shortened("sha", MOST), ref, HookReader.username(body));
        return List.of(
                new Happening(project, "job", id, GitLabTime.of(body, "build_finished_at"))
                        .ended(false, body.shortened("build_name", MOST), commit, ""));
    }
}
