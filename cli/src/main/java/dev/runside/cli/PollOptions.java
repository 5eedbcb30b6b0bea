package dev.runside.cli;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Asking a tool instead of being told. Its token comes by a file or the standard input alone. */
final class PollOptions {

    private static final int MOST = 4_096;

    @Option(
            names = "--poll",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "WHAT",
            description = {
                "Runside asks the tool, where that cannot reach it or beside its webhook:",
                "OWNER/NAME at github, GROUP/NAME at gitlab, the subdomain at zendesk, a team's id or nothing at pagerduty."
            })
    private @Nullable String target;

    @Option(
            names = "--tool-token",
            paramLabel = "FILE",
            description =
                    "With --poll: where the token lies that the tool gave (default: the standard input).")
    private @Nullable Path token;

    @Option(
            names = "--api",
            paramLabel = "URL",
            description = "With --poll: the tool's API, where it is not the usual one.")
    private @Nullable String api;

    boolean wanted() {
        return target != null;
    }

    /** Not wanted, and yet something is said of it. */
    boolean pointless() {
        return target == null && (token != null || api != null);
    }

    String words(String tool) {
        String where = Optional.ofNullable(target).filter(text -> !text.isEmpty()).orElse("all");
        return "Runside asks %s (%s) every minute. Its token is kept sealed."
                .formatted(api == null ? tool : api, where);
    }

    /** As {@code PUT /api/v1/sources/NAME/poll} takes it. */
    Map<String, Object> wish(String tool) throws IOException {
        Map<String, Object> wish = new LinkedHashMap<>();
        wish.put("tool", tool);
        wish.put("target", target == null ? "" : target);
        wish.put("baseUrl", api == null ? "" : api);
        wish.put("token", token());
        return wish;
    }

    private String token() throws IOException {
        String read = token == null ? typed() : fromFile(token);
        if (read.isBlank()) {
            throw new IOException("There is no token of the tool; give it with --tool-token FILE.");
        }
        return read.strip();
    }

    private static String fromFile(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return read(stream);
        }
    }

    private static String typed() throws IOException {
        Console console = System.console();
        if (console != null && console.isTerminal()) {
            char[] secret = console.readPassword("Token that the tool gave: ");
            return secret == null ? "" : new String(secret);
        }
        return read(System.in);
    }

    private static String read(InputStream stream) throws IOException {
        return new String(stream.readNBytes(MOST), StandardCharsets.UTF_8);
    }
}
