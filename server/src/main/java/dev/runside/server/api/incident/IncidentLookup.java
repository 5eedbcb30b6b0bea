package dev.runside.server.api.incident;

import dev.runside.core.triage.Incident;
import dev.runside.server.engine.Incidents;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import dev.runside.server.respond.Inbox;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Finds the incident that a path names, or says that there is none. */
@Component
class IncidentLookup {

    private final Incidents incidents;
    private final Inbox inbox;

    IncidentLookup(Incidents incidents, Inbox inbox) {
        this.incidents = incidents;
        this.inbox = inbox;
    }

    Incident incident(String idOrNumber) {
        return whole(idOrNumber).incident();
    }

    IncidentDocument document(String idOrNumber) {
        Incidents.Whole whole = whole(idOrNumber);
        return IncidentWriter.document(whole, inbox.informed(whole.incident().id()));
    }

    /** The incident as it stands, with its version as ETag. */
    ResponseEntity<IncidentDocument> answer(String idOrNumber) {
        IncidentDocument document = document(idOrNumber);
        return ResponseEntity.ok().eTag("\"" + document.version() + "\"").body(document);
    }

    private Incidents.Whole whole(String idOrNumber) {
        return incidents
                .find(idOrNumber)
                .orElseThrow(() ->
                        Problem.of(
                                        ErrorCode.NOT_FOUND,
                                        "There is no incident '" + idOrNumber + "'.")
                                .withFix("List them: GET /api/v1/incidents?state=all"));
    }
}
