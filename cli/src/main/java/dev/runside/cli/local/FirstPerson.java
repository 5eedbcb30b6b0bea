package dev.runside.cli.local;

import dev.runside.cli.client.Credentials;
import dev.runside.cli.client.ServerApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A new installation's one-time token becomes the first person's own, kept on this machine. */
record FirstPerson(Settings settings, ServerApi api) {

    Optional<Credentials> enrol(String person) throws IOException, InterruptedException {
        Path kept = settings.data().credentials();
        if (Files.exists(kept)) {
            return Credentials.find(kept);
        }
        Path firstToken = settings.data().firstToken();
        if (!Files.exists(firstToken)) {
            return Optional.empty();
        }
        JsonNode enrolled =
                api.post(
                        "/api/v1/people/enroll",
                        Map.of("token", Files.readString(firstToken).strip(), "person", person));
        Credentials credentials =
                new Credentials(
                        settings.url(),
                        enrolled.required("token").asString(),
                        enrolled.required("person").asString());
        PrivateFiles.write(kept, credentials.asJson());
        return Optional.of(credentials);
    }
}
