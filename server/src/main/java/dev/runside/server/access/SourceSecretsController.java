package dev.runside.server.access;

import dev.runside.server.access.Caller.PersonCaller;
import dev.runside.server.problem.Input;
import dev.runside.server.storage.ServerClock;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Secrets that a source's other side has made. They come in and never go out again. */
@RestController
@RequestMapping(path = "/api/v1", produces = "application/json")
class SourceSecretsController {

    private static final int MOST = 500;

    private final SourceRights rights;
    private final SourceSecrets secrets;
    private final ServerClock clock;

    SourceSecretsController(SourceRights rights, SourceSecrets secrets, ServerClock clock) {
        this.rights = rights;
        this.secrets = secrets;
        this.clock = clock;
    }

    record GivenSecret(String secret) {
        GivenSecret {
            Input.required(secret, "secret");
            if (secret.length() > MOST) {
                throw Input.wrong("secret", "has more than " + MOST + " characters");
            }
        }

        @Override
        public String toString() {
            return "GivenSecret[…]";
        }
    }

    /** With which this source signs its webhooks; from then on nothing unsigned is taken. */
    @Allow(Who.PERSON)
    @PutMapping("/sources/{name}/signing-secret")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void put(PersonCaller caller, @PathVariable String name, @RequestBody GivenSecret given) {
        rights.act(
                caller,
                name,
                "source.secret",
                source ->
                        secrets.put(
                                source.source(),
                                SourceSecrets.SIGNING,
                                given.secret().strip(),
                                clock.instant()));
    }
}
