package dev.runside.server.api.incident;

import dev.runside.core.triage.Incident;
import dev.runside.server.access.Allow;
import dev.runside.server.access.Caller.PersonCaller;
import dev.runside.server.access.Who;
import dev.runside.server.api.repeat.Repeats;
import dev.runside.server.problem.Input;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people do with incidents. Answers with the incident as it stands afterwards. */
@RestController
@Allow(Who.PERSON)
@RequestMapping(path = "/api/v1/incidents/{id}", produces = "application/json")
class IncidentActsController {

    private static final int LONGEST_CAUSE = 2_000;

    private final IncidentLookup lookup;
    private final IncidentActs acts;
    private final Repeats repeats;

    IncidentActsController(IncidentLookup lookup, IncidentActs acts, Repeats repeats) {
        this.lookup = lookup;
        this.acts = acts;
        this.repeats = repeats;
    }

    /**
     * @param cause what it was, for whoever reads the record
     */
    record Resolution(String cause) {
        Resolution {
            Input.required(cause, "cause");
            if (cause.length() > LONGEST_CAUSE) {
                throw Input.wrong("cause", "may have at most " + LONGEST_CAUSE + " characters");
            }
        }
    }

    /** Somebody takes it: its pages end. */
    @PostMapping("/ack")
    ResponseEntity<IncidentDocument> acknowledge(
            PersonCaller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestHeader(name = Repeats.HEADER, required = false) @Nullable String key) {
        return once(
                caller,
                id,
                key,
                "ack",
                incident -> acts.acknowledge(incident, caller.person(), IfMatch.of(ifMatch)));
    }

    /** Somebody has an agent do something about it. */
    @PostMapping("/exec")
    ResponseEntity<IncidentDocument> exec(
            PersonCaller caller,
            @PathVariable String id,
            @RequestBody Exec exec,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestHeader(name = Repeats.HEADER, required = false) @Nullable String key) {
        return once(
                caller,
                id,
                key,
                "exec " + exec,
                incident ->
                        acts.exec(
                                incident,
                                caller.person(),
                                exec.action(),
                                exec.timeout(),
                                IfMatch.of(ifMatch)));
    }

    /** Somebody says what it was and that it is over. */
    @PostMapping("/resolve")
    ResponseEntity<IncidentDocument> resolve(
            PersonCaller caller,
            @PathVariable String id,
            @RequestBody Resolution resolution,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestHeader(name = Repeats.HEADER, required = false) @Nullable String key) {
        return once(
                caller,
                id,
                key,
                "resolve " + resolution.cause(),
                incident ->
                        acts.resolve(
                                incident,
                                caller.person(),
                                resolution.cause().strip(),
                                IfMatch.of(ifMatch)));
    }

    /**
     * @param act what makes it another act under the same key
     */
    private ResponseEntity<IncidentDocument> once(
            PersonCaller caller,
            String id,
            @Nullable String key,
            String act,
            Consumer<Incident> perform) {
        Incident incident = lookup.incident(id);
        repeats.once(
                caller.person(), key, act + " " + incident.id(), () -> perform.accept(incident));
        return lookup.answer(incident.id());
    }
}
