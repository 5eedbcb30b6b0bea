package dev.runside.server.intake.signals;

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

/** Signals as Runside itself defines them: one, or an array. */
@RestController
@Allow({Who.SOURCE, Who.AGENT})
class SignalsEndpoint {

    private final Intake intake;

    SignalsEndpoint(Intake intake) {
        this.intake = intake;
    }

    @Operation(
            operationId = "reportSignals",
            summary =
                    "Reports signals: one object or an array of at most 10,000. All are stored, or none.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(type = "object"))))
    @PostMapping("/api/v1/signals")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Receipt post(Caller caller, HttpServletRequest request) {
        return intake.take("signals", caller, request, SignalReader::read);
    }
}
