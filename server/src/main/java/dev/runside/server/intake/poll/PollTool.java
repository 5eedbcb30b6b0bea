package dev.runside.server.intake.poll;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What can be asked, and how it wants to be asked. */
enum PollTool {
    GITHUB(
            "https://api.github.com",
            Pattern.compile("[A-Za-z0-9_.-]{1,100}/[A-Za-z0-9_.-]{1,100}"),
            "owner/name");

    private final String base;
    private final Pattern targets;
    private final String form;

    PollTool(String base, Pattern targets, String form) {
        this.base = base;
        this.targets = targets;
        this.form = form;
    }

    static Optional<PollTool> named(String word) {
        return Arrays.stream(values()).filter(tool -> tool.word().equals(word)).findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of the API, where nothing else is said. */
    String usualBase(String target) {
        return base.formatted(target);
    }

    boolean takes(String target) {
        return targets.matcher(target).matches() && !target.contains("..");
    }

    /** What a target looks like, in words. */
    String form() {
        return form;
    }

    Map<String, String> headers(String token) {
        return switch (this) {
            case GITHUB ->
                    Map.of(
                            "Accept",
                            "application/vnd.github+json",
                            "X-GitHub-Api-Version",
                            "2022-11-28",
                            "Authorization",
                            "Bearer " + token);
        };
    }
}
