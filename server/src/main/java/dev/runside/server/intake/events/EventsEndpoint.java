package dev.runside.server.intake.events;

import dev.runside.server.access.Allow;
import dev.runside.server.access.Caller;
import dev.runside.server.access.Who;
import dev.runside.server.intake.Intake;
import dev.runside.server.intake.Receipt;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** CloudEvents 1.0 over HTTP: binary, structured and batched; also a CDEvent without envelope. */
@RestController
@Allow(Who.SOURCE)
class EventsEndpoint {

    private final Intake intake;
    private final Envelopes envelopes;

    EventsEndpoint(Intake intake, Envelopes envelopes) {
        this.intake = intake;
        this.envelopes = envelopes;
    }

    @Operation(
            operationId = "reportEvents",
            summary = "Reports CloudEvents 1.0 in any content mode; CDEvents become changes.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/cloudevents+json",
                                            schema = @Schema(type = "object"))))
    @PostMapping("/api/v1/events")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Receipt post(Caller caller, HttpServletRequest request) {
        return intake.decode("events", caller, request, body -> envelopes.drafts(request, body));
    }
}
