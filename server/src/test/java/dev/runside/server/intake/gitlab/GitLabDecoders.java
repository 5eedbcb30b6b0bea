package dev.runside.server.intake.gitlab;

import dev.runside.server.intake.body.TestItems;
import dev.runside.server.intake.fuzz.Decoder;
import java.util.List;

/** What reads bodies here, for those who send it odd ones. */
public final class GitLabDecoders {

    private GitLabDecoders() {}

    public static List<Decoder> all() {
        var items = TestItems.create();
        return List.of(new Decoder("gitlab", body -> items.read(body, HookReader::read)));
    }
}
