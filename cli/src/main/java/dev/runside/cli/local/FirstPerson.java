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
public record FirstPerson(Settings settings, ServerApi api) {

    public Optional<Credentials> enrol(String person) throws IOException, InterruptedException {
        Path kept = settings.data().credentials();
        Optional<Credentials> known = Credentials.find(kept);
        if (known.isPresent()) {
            return Optional.of(keep(known.get().movedTo(settings.url())));
        }
        Path firstToken = settings.data().firstToken();
        if (!Files.exists(firstToken)) {
            return Optional.empty();
        }
        JsonNode enrolled =
                api.post(
                        "/api/v1/people/enroll",
                        Map.of("token", Files.readString(firstToken).strip(), "person", person));
        return Optional.of(
                keep(
                        new Credentials(
                                settings.url(),
                                enrolled.required("token").asString(),
                                enrolled.required("person").asString())));
    }

    private Credentials keep(Credentials credentials) throws IOException {
        PrivateFiles.write(settings.data().credentials(), credentials.asJson());
        return credentials;
    }
}
