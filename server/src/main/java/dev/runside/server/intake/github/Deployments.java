package dev.runside.server.intake.github;

import dev.runside.server.intake.Draft;
import dev.runside.server.intake.body.Item;
import dev.runside.server.intake.forge.Commit;
import dev.runside.server.intake.forge.Deploy;
import dev.runside.server.intake.forge.Deploy.Target;
import dev.runside.server.intake.forge.Environments;
import dev.runside.server.intake.forge.Project;
import java.util.List;

/** Deployments with their states, and releases. */
final class Deployments {

    private static final int MOST = 200;

    private Deployments() {}

    static List<Draft> created(Project project, Item deployment) {
        Deploy deploy = deploy(project, deployment);
        return concernsNobody(deployment)
                ? List.of()
                : List.of(deploy.started(deployment.time("created_at")));
    }

    /** An end also says that it began: the event of the begin may not have been subscribed. */
    static List<Draft> status(Project project, Item deployment, Item status) {
        Deploy deploy = deploy(project, deployment);
        String step = "status/" + status.identifier("id");
        var time = status.time("created_at");
        var begun = deploy.started(deployment.time("created_at").or(() -> time));
        if (concernsNobody(deployment)) {
            return List.of();
        }
        return switch (status.required("state", MOST)) {
            case "success" -> List.of(begun, deploy.finished(step, true, time));
            case "failure", "error" -> List.of(begun, deploy.finished(step, false, time));
            case "in_progress" -> List.of(begun);
            default -> List.of();
        };
    }

    static List<Draft> release(Project project, String action, Item release) {
        if (!action.equals("published")
                || release.truth("draft", false)
                || release.truth("prerelease", false)) {
            return List.of();
        }
        var deploy =
                new Deploy(
                        project,
                        "release",
                        release.identifier("id"),
                        new Commit(
                                release.shortened("tag_name", MOST),
                                release.shortened("target_commitish", MOST),
                                EventReader.login(release, "author")),
                        new Target(""),
                        "");
        var time = release.time("published_at");
        return List.of(deploy.started(time), deploy.finished("published", true, time));
    }

    private static boolean concernsNobody(Item deployment) {
        return deployment.truth("transient_environment", false)
                || Environments.isRehearsal(deployment.shortened("environment", MOST));
    }

    private static Deploy deploy(Project project, Item deployment) {
        return new Deploy(
                project,
                "deployment",
                deployment.identifier("id"),
                new Commit(
                        deployment.shortened("sha", MOST),
                        deployment.shortened("ref", MOST),
                        EventReader.login(deployment, "creator")),
                new Target(deployment.shortened("environment", MOST)),
                service(deployment));
    }

    /** A repository with several services says in the deployment's payload which. */
    private static String service(Item deployment) {
        return deployment.isObject("payload")
                ? deployment
                        .object("payload")
                        .map(payload -> payload.shortened("service", MOST))
                        .orElse("")
                : "";
    }
}
