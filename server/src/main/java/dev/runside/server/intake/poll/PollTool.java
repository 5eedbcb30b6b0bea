package dev.runside.server.intake.poll;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What can be asked, and how it wants to be asked. */
enum PollTool {
    GITHUB(
            "https://api.github.com",
            Pattern.compile("[A-Za-z0-9_.-]{1,100}/[A-Za-z0-9_.-]{1,100}"),
            "owner/name"),
    GITLAB(
            "https://gitlab.com",
            Pattern.compile("[A-Za-z0-9_.-]{1,100}(?:/[A-Za-z0-9_.-]{1,100}){1,20}"),
            "group/name"),
    ZENDESK(
            "https://%s.zendesk.com",
            Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"),
            "the subdomain, as example in example.zendesk.com"),
    PAGERDUTY(
            "https://api.pagerduty.com",
            Pattern.compile("(?:[A-Z0-9]{1,40})?"),
            "a team's id, or nothing for the whole account");

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
            case GITLAB -> Map.of("Accept", "application/json", "Authorization", "Bearer " + token);
            case ZENDESK -> Map.of("Accept", "application/json", "Authorization", zendesk(token));
            case PAGERDUTY ->
                    Map.of(
                            "Accept",
                            "application/vnd.pagerduty+json;version=2",
                            "Authorization",
                            "Token token=" + token);
        };
    }

    /** An API token comes with whose it is, {@code MAIL/token:TOKEN}; any other is OAuth's. */
    private static String zendesk(String token) {
        return token.contains("/token:")
                ? "Basic "
                        + Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8))
                : "Bearer " + token;
    }
}
