package dev.runside.server.intake.poll;

import dev.runside.server.access.Allow;
import dev.runside.server.access.Caller.PersonCaller;
import dev.runside.server.access.SourceRights;
import dev.runside.server.access.SourceSecrets;
import dev.runside.server.access.Who;
import dev.runside.server.problem.Input;
import dev.runside.server.storage.ServerClock;
import java.time.Instant;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sets up what is polled for a source. The tool's token comes in and never goes out again. */
@RestController
@Allow(Who.PERSON)
@RequestMapping(path = "/api/v1/sources/{name}/poll", produces = "application/json")
class PollEndpoint {

    private static final String ACT = "source.poll";

    private final SourceRights rights;
    private final SourceSecrets secrets;
    private final PollTable table;
    private final ServerClock clock;

    PollEndpoint(SourceRights rights, SourceSecrets secrets, PollTable table, ServerClock clock) {
        this.rights = rights;
        this.secrets = secrets;
        this.table = table;
        this.clock = clock;
    }

    /**
     * @param baseUrl of the API; the tool's own where it is missing
     * @param token that the tool gave, to read there
     */
    record Wanted(String tool, String target, String baseUrl, String token) {

        private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,500}");

        Wanted {
            Input.required(tool, "tool");
            target = target == null ? "" : target;
            baseUrl = baseUrl == null ? "" : baseUrl;
            Input.required(token, "token");
            if (!TOKEN.matcher(token).matches()) {
                throw Input.wrong("token", "is no token: it has other signs, or more than 500");
            }
        }

        PollTool known() {
            return PollTool.named(tool)
                    .orElseThrow(() ->
                            Input.wrong("tool", "must be github, gitlab, zendesk or pagerduty"));
        }

        @Override
        public String toString() {
            return "Wanted[" + tool + " " + target + "]";
        }
    }

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void put(PersonCaller caller, @PathVariable String name, @RequestBody Wanted wanted) {
        rights.act(
                caller,
                name,
                ACT,
                source -> {
                    Instant now = clock.instant();
                    table.put(
                            Polled.of(
                                    source.source(),
                                    wanted.known(),
                                    wanted.baseUrl(),
                                    wanted.target()),
                            now);
                    secrets.put(source.source(), Poller.TOKEN, wanted.token(), now);
                });
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(PersonCaller caller, @PathVariable String name) {
        rights.act(
                caller,
                name,
                ACT,
                source -> {
                    table.delete(source.source());
                    secrets.delete(source.source(), Poller.TOKEN);
                });
    }
}
