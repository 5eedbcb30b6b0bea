package dev.runside.cli.client;

import dev.runside.cli.launcher.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Which server, and as whom: kept as {@code cli.json}, for its owner's eyes only. */
public record Credentials(String url, String token, String person) {

    private static final JsonMapper JSON = JsonMapper.shared();

    public static Optional<Credentials> find(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readString(file), Credentials.class));
        } catch (JacksonException e) {
            String another = Typed.command("admin recover");
            throw new IOException(file + " is damaged: `" + another + "` makes another.", e);
        }
    }

    public String asJson() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
    }

    public Credentials movedTo(String newUrl) {
        return new Credentials(newUrl, token, person);
    }

    /** Without the token: this text may end in a log. */
    @Override
    public String toString() {
        return person + " at " + url;
    }
}
