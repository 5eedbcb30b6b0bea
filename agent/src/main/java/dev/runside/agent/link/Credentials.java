package dev.runside.agent.link;

import dev.runside.agent.disk.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What enrolment gave the agent.
 *
 * @param key its bearer token
 * @param serverKey the public half, Ed25519, X.509 in base64, of the key that signs emergency cards
 */
public record Credentials(String agent, String key, String serverKey) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public static Optional<Credentials> find(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(JSON.readTree(Files.readString(file))));
        } catch (JacksonException | IllegalArgumentException broken) {
            throw new IOException(
                    file + " is broken: remove it and enrol the agent again with a new token",
                    broken);
        }
    }

    void write(Path file) throws IOException {
        WholeFile.writeSecret(
                file,
                JSON.writeValueAsString(
                        Map.of("agent", agent, "key", key, "serverKey", serverKey)));
    }

    static Credentials read(JsonNode node) {
        Credentials read =
                new Credentials(
                        node.path("agent").asString(""),
                        node.path("key").asString(""),
                        node.path("serverKey").asString(""));
        if (read.key.isEmpty()) {
            throw new IllegalArgumentException("there is no key");
        }
        return read;
    }

    @Override
    public String toString() {
        return "Credentials of " + agent;
    }
}
