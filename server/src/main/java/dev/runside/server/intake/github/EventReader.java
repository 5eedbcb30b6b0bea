package dev.runside.server.intake.github;

import dev.runside.server.intake.Draft;
import dev.runside.server.intake.body.Item;
import dev.runside.server.intake.forge.Commit;
import dev.runside.server.intake.forge.Happening;
import dev.runside.server.intake.forge.Project;
import java.util.List;

/**
 * Reads one webhook. Its name comes in a header that is not signed, so nothing is believed but what
 * stands in the body under that name.
 */
final class EventReader {

    private static final int MOST = 500;
    private static final int MOST_TITLE = 200;

    private EventReader() {}

    static List<Draft> read(String event, Item body) {
        return switch (event) {
            case "deployment" -> Deployments.created(project(body), body.part("deployment"));
            case "deployment_status" ->
                    Deployments.status(
                            project(body), body.part("deployment"), body.part("deployment_status"));
            case "release" ->
                    Deployments.release(project(body), action(body), body.part("release"));
            case "workflow_run" -> Runs.workflow(project(body), body.part("workflow_run"));
            case "check_run" -> Runs.check(project(body), body.part("check_run"));
            case "push" -> push(project(body), body);
            case "pull_request" -> pullRequest(project(body), body.part("pull_request"));
            default -> List.of();
        };
    }

    static Project project(Item body) {
        return repository(body.part("repository"));
    }

    static Project repository(Item repository) {
        return new Project(
                "github",
                repository.identifier("full_name"),
                repository.shortened("default_branch", MOST));
    }

    private static String action(Item body) {
        return body.shortened("action", MOST);
    }

    private static List<Draft> push(Project project, Item body) {
        String ref = body.shortened("ref", MOST).replaceFirst("^refs/heads/", "");
        if (!project.isDefault(ref) || body.truth("deleted", false)) {
            return List.of();
        }
        String after = body.identifier("after");
        Item head = body.object("head_commit").orElse(body);
        String message = head.shortened("message", MOST_TITLE).replaceFirst("(?s)\\R.*", "");
        return List.of(
                new Happening(project, "push", ref + "@" + after, head.time("timestamp"))
                        .event(
                                message,
                                new Commit(after, ref, body.part("pusher").shortened("name", MOST)),
                                body.shortened("compare", MOST)));
    }

    private static List<Draft> pullRequest(Project project, Item request) {
        if (!request.truth("merged", false)) {
            return List.of();
        }
        String number = request.identifier("number");
        return List.of(
                new Happening(project, "merge", number, request.time("merged_at"))
                        .event(
                                "#" + number + " " + request.shortened("title", MOST_TITLE),
                                new Commit(
                                        request.shortened("merge_commit_sha", MOST),
                                        request.part("base").shortened("ref", MOST),
                                        login(request, "merged_by")),
                                request.shortened("html_url", MOST)));
    }

    /** Of a person or an app; empty text where GitHub does not say who. */
    static String login(Item item, String field) {
        return item.isObject(field)
                ? item.object(field).map(who -> who.shortened("login", MOST)).orElse("")
                : "";
    }
}
