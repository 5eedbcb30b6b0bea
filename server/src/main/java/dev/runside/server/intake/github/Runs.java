package dev.runside.server.intake.github;

import dev.runside.server.intake.Draft;
import dev.runside.server.intake.body.Item;
import dev.runside.server.intake.forge.Commit;
import dev.runside.server.intake.forge.Happening;
import dev.runside.server.intake.forge.Project;
import java.util.List;
import java.util.Set;

/** Workflow runs and checks that ended on the default branch; all others are their author's. */
final class Runs {

    private static final int MOST = 200;
    private static final String OWN_CHECKS = "github-actions";
    private static final Set<String> FAILED = Set.of("failure", "timed_out", "startup_failure");

    private Runs() {}

    static List<Draft> workflow(Project project, Item run) {
        String branch = run.shortened("head_branch", MOST);
        String id = run.identifier("id") + "." + run.shortened("run_attempt", MOST);
        var happening = new Happening(project, "workflow", id, run.time("updated_at"));
        var commit =
                new Commit(
                        run.shortened("head_sha", MOST), branch, EventReader.login(run, "actor"));
        return project.isDefault(branch) ? ended(happening, run, commit) : List.of();
    }

    /** A workflow's jobs are checks too, and are told by its run. */
    static List<Draft> check(Project project, Item check) {
        String branch =
                check.object("check_suite")
                        .map(suite -> suite.shortened("head_branch", MOST))
                        .orElse("");
        String app = check.object("app").map(which -> which.shortened("slug", MOST)).orElse("");
        var happening =
                new Happening(project, "check", check.identifier("id"), check.time("completed_at"));
        var commit = new Commit(check.shortened("head_sha", MOST), branch, app);
        return project.isDefault(branch) && !app.equals(OWN_CHECKS)
                ? ended(happening, check, commit)
                : List.of();
    }

    private static List<Draft> ended(Happening happening, Item run, Commit commit) {
        String conclusion = run.shortened("conclusion", MOST);
        if (!FAILED.contains(conclusion) && !conclusion.equals("success")) {
            return List.of();
        }
        return List.of(
                happening.ended(
                        conclusion.equals("success"),
                        run.shortened("name", MOST),
                        commit,
                        run.shortened("html_url", MOST)));
    }
}
