package dev.runside.server.intake.gitlab;

import dev.runside.server.intake.Draft;
import dev.runside.server.intake.body.Item;
import dev.runside.server.intake.forge.Commit;
import dev.runside.server.intake.forge.Deploy;
import dev.runside.server.intake.forge.Deploy.Target;
import dev.runside.server.intake.forge.Environments;
import dev.runside.server.intake.forge.Project;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Deployments by their state, and releases. */
final class Deployments {

    private static final int MOST = 200;
    private static final Set<String> REHEARSALS = Set.of("staging", "testing", "development");

    private Deployments() {}

    static List<Draft> deployment(Project project, Item body) {
        String environment = body.shortened("environment", MOST);
        var deploy =
                new Deploy(
                        project,
                        "deployment",
                        body.identifier("deployment_id"),
                        new Commit(
                                commit(body),
                                body.shortened("ref", MOST),
                                HookReader.username(body)),
                        new Target(environment),
                        "");
        String status = body.required("status", MOST);
        Optional<Instant> time = GitLabTime.of(body, "status_changed_at");
        return isRehearsal(environment, body.shortened("environment_tier", MOST))
                ? List.of()
                : told(deploy, status, time, time);
    }

    /**
     * As the API lists it.
     *
     * @param tiers by the names of environments
     */
    static List<Draft> answered(Project project, Item deployment, Map<String, String> tiers) {
        String environment = deployment.part("environment").shortened("name", MOST);
        var deploy =
                new Deploy(
                        project,
                        "deployment",
                        deployment.identifier("id"),
                        new Commit(
                                deployment.shortened("sha", MOST),
                                deployment.shortened("ref", MOST),
                                HookReader.username(deployment)),
                        new Target(environment),
                        "");
        String status = deployment.required("status", MOST);
        Optional<Instant> changed = GitLabTime.of(deployment, "updated_at");
        Optional<Item> job = deployment.object("deployable");
        Optional<Instant> begun =
                job.flatMap(item -> GitLabTime.of(item, "started_at"))
                        .or(() -> GitLabTime.of(deployment, "created_at"));
        Optional<Instant> ended =
                job.flatMap(item -> GitLabTime.of(item, "finished_at")).or(() -> changed);
        return isRehearsal(environment, tiers.getOrDefault(environment, ""))
                ? List.of()
                : told(deploy, status, begun, ended);
    }

    private static List<Draft> told(
            Deploy deploy, String status, Optional<Instant> begun, Optional<Instant> ended) {
        Draft start = deploy.started(begun);
        return switch (status) {
            case "running" -> List.of(start);
            case "success" -> List.of(start, deploy.finished("status/" + status, true, ended));
            case "failed", "canceled" ->
                    List.of(start, deploy.finished("status/" + status, false, ended));
            default -> List.of();
        };
    }

    static List<Draft> release(Project project, Item body) {
        String id = body.identifier("id");
        if (!body.shortened("action", MOST).equals("create")) {
            return List.of();
        }
        var deploy =
                new Deploy(
                        project,
                        "release",
                        id,
                        new Commit(body.shortened("tag", MOST), "", ""),
                        new Target(""),
                        "");
        Optional<Instant> time = GitLabTime.of(body, "released_at");
        return List.of(deploy.started(time), deploy.finished("published", true, time));
    }

    /** The whole hash stands at the end of the commit's address only. */
    private static String commit(Item body) {
        String hash = body.shortened("commit_url", 2_000).replaceFirst(".*/", "");
        return hash.matches("[0-9a-f]{40,64}") ? hash : body.shortened("short_sha", MOST);
    }

    private static boolean isRehearsal(String environment, String tier) {
        return switch (tier) {
            case "production" -> false;
            case "", "other" -> Environments.isRehearsal(environment);
            default -> REHEARSALS.contains(tier);
        };
    }
}
