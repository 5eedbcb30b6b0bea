package dev.runside.server.intake.github;

import dev.runside.server.intake.body.Items;
import dev.runside.server.intake.body.TestItems;
import dev.runside.server.intake.fuzz.Decoder;
import java.util.List;

/** What reads bodies here, for those who send it odd ones. */
public final class GitHubDecoders {

    private static final List<String> EVENTS =
            List.of(
                    "deployment",
                    "deployment_status",
                    "release",
                    "workflow_run",
                    "check_run",
                    "push",
                    "pull_request");

    private GitHubDecoders() {}

    public static List<Decoder> all() {
        var items = TestItems.create();
        return List.of(new Decoder("github", body -> asEveryEvent(items, body)));
    }

    /** Its name comes in a header; what is wrong with it as one is not asked before the others. */
    private static void asEveryEvent(Items items, byte[] body) {
        items.read(
                body,
                item ->
                        EVENTS.stream()
                                .flatMap(event -> EventReader.read(event, item).stream())
                                .toList());
    }
}
