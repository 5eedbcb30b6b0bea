package dev.runside.server.intake.overview;

import dev.runside.server.access.Allow;
import dev.runside.server.access.Who;
import dev.runside.server.intake.SourceReport;
import dev.runside.server.intake.SourceReports;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Every source that was ever given a token, and how it fares. */
@RestController
@Allow(Who.PERSON)
class SourcesEndpoint {

    private final SourceReports reports;

    SourcesEndpoint(SourceReports reports) {
        this.reports = reports;
    }

    record SourceList(List<SourceReport> items) {}

    @GetMapping(path = "/api/v1/sources", produces = "application/json")
    SourceList sources() {
        return new SourceList(reports.all());
    }
}
