package dev.runside.server.intake.gitlab;

import dev.runside.server.intake.Draft;
import dev.runside.server.intake.body.Item;
import dev.runside.server.intake.forge.Commit;
import dev.runside.server.intake.forge.Happening;
import dev.runside.server.intake.forge.Project;
import java.util.List;

/** Reads one webhook, by the kind that stands in the body. */
final class HookReader {

    private static final int MOST = 500;
    private static final int MOST_TITLE = 200;

    private HookReader() {}

    static List<Draft> read(Item body) {
        return switch (body.required("object_kind", MOST)) {
            case "deployment" -> Deployments.deployment(project(body), body);
            case "release" -> Deployments.release(project(body), body);
            case "pipeline" -> Pipelines.pipeline(project(body), body);
            case "build" -> Pipelines.job(project(body), body);
            case "push" -> push(project(body), body);
            case "merge_request" -> merge(project(body), body.part("object_attributes"), body);
            default -> List.of();
        };
    }

    static Project project(Item body) {
        return described(body.part("project"));
    }

    static Project described(Item project) {
        return new Project(
                "gitlab",
                project.identifier("path_with_namespace"),
                project.shortened("default_branch", MOST));
    }

    private static List<Draft> push(Project project, Item body) {
        String ref = body.shortened("ref", MOST).replaceFirst("^refs/heads/", "");
        String after = body.identifier("after");
        if (!project.isDefault(ref) || after.matches("0+")) {
            return List.of();
        }
        var commit = new Commit(after, ref, body.shortened("user_username", MOST));
        Item last = body.objects("commits", 100).stream().reduce((_, next) -> next).orElse(body);
        return List.of(
                new Happening(project, "push", ref + "@" + after, GitLabTime.of(last, "timestamp"))
                        .event(
                                last.shortened("title", MOST_TITLE),
                                commit,
                                last.shortened("url", MOST)));
    }

    private static List<Draft> merge(Project project, Item request, Item body) {
        if (!request.shortened("action", MOST).equals("merge")) {
            return List.of();
        }
        String number = request.identifier("iid");
        var commit =
                new Commit(
                        request.shortened("merge_commit_sha", MOST),
                        request.shortened("target_branch", MOST),
                        username(body));
        return List.of(
                new Happening(project, "merge", number, GitLabTime.of(request, "updated_at"))
                        .event(
                                "!" + number + " " + request.shortened("title", MOST_TITLE),
                                commit,
                                request.shortened("url", MOST)));
    }

    /** Of whoever caused it. */
    static String username(Item body) {
        return body.object("user").map(user -> user.shortened("username", MOST)).orElse("");
    }
}
