package dev.runside.server.intake.alertmanager;

import dev.runside.server.access.Allow;
import dev.runside.server.access.Caller;
import dev.runside.server.access.Who;
import dev.runside.server.intake.IntakeMeters;
import dev.runside.server.intake.alerts.AlertIntake;
import dev.runside.server.intake.alerts.AlertIntake.Taken;
import dev.runside.server.intake.alerts.AlertItems;
import dev.runside.server.intake.body.Bodies;
import dev.runside.server.intake.body.Bodies.Body;
import dev.runside.server.intake.mapping.Speakers;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import dev.runside.server.storage.ServerClock;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where Prometheus sends its alerts. */
@RestController
@Allow(Who.SOURCE)
class AlertsEndpoint {

    private static final String PROTOCOL = "alertmanager";
    private static final int MOST_BYTES = 8 * 1024 * 1024;

    private final Bodies bodies;
    private final AlertIntake intake;
    private final IntakeMeters meters;
    private final ServerClock clock;

    AlertsEndpoint(Bodies bodies, AlertIntake intake, IntakeMeters meters, ServerClock clock) {
        this.bodies = bodies;
        this.intake = intake;
        this.meters = meters;
        this.clock = clock;
    }

    @Operation(
            operationId = "postAlerts",
            summary = "Alertmanager API v2: takes alerts as Prometheus sends them.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(type = "array"))))
    @PostMapping("/api/v2/alerts")
    @ResponseStatus(HttpStatus.OK)
    void post(Caller caller, HttpServletRequest request) {
        try (Body body = bodies.read(request, MOST_BYTES)) {
            AlertReader read = new AlertReader(clock.instant(), clock.ahead()).read(body.bytes());
            Taken taken = intake.take(Speakers.of(caller), read.alerts());
            meters.accepted(PROTOCOL, taken.receipt());
            tellOfTheOthers(read.invalid(), taken);
        } catch (Problem problem) {
            meters.refused(PROTOCOL, problem.code());
            throw problem;
        }
    }

    /** The valid ones are stored by now, as Alertmanager does it. */
    private static void tellOfTheOthers(List<String> invalid, Taken taken) {
        if (!invalid.isEmpty()) {
            throw Problem.of(ErrorCode.INVALID_INPUT, String.join("; ", invalid));
        }
        AlertItems.refuse(taken.refused());
    }
}
