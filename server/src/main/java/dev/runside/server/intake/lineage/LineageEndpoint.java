package dev.runside.server.intake.lineage;

import dev.runside.server.access.Allow;
import dev.runside.server.access.Caller;
import dev.runside.server.access.Who;
import dev.runside.server.intake.Intake;
import dev.runside.server.intake.Receipt;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** OpenLineage run events, on the path its HTTP transport uses. */
@RestController
@Allow(Who.SOURCE)
class LineageEndpoint {

    private final Intake intake;

    LineageEndpoint(Intake intake) {
        this.intake = intake;
    }

    @PostMapping("/api/v1/lineage")
    @ResponseStatus(HttpStatus.CREATED)
    Receipt post(Caller caller, HttpServletRequest request) {
        return intake.take("lineage", caller, request, RunEventReader::read);
    }
}
