package dev.runside.server.intake.lineage;

import dev.runside.server.access.Allow;
import dev.runside.server.access.Caller;
import dev.runside.server.access.Who;
import dev.runside.server.intake.Intake;
import dev.runside.server.intake.Receipt;
import dev.runside.server.intake.body.Items;
import dev.runside.server.intake.body.MediaTypes;
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

/** OpenLineage's events, on the path its HTTP transport uses. */
@RestController
@Allow(Who.SOURCE)
class LineageEndpoint {

    private final Intake intake;
    private final Items items;

    LineageEndpoint(Intake intake, Items items) {
        this.intake = intake;
        this.items = items;
    }

    @Operation(
            operationId = "reportLineage",
            summary = "Reports events of OpenLineage: of runs, jobs and data sets.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(type = "object"))))
    @PostMapping("/api/v1/lineage")
    @ResponseStatus(HttpStatus.CREATED)
    Receipt post(Caller caller, HttpServletRequest request) {
        return intake.decode(
                "lineage",
                caller,
                request,
                body -> {
                    MediaTypes.requireJson(request);
                    return items.read(body, EventReader::readAll).stream()
                            .flatMap(List::stream)
                            .toList();
                });
    }
}
