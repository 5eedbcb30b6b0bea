package dev.runside.server.api;

import dev.runside.server.access.Allow;
import dev.runside.server.access.Who;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Runside about itself, in Prometheus's text format. */
@RestController
class MetricsController {

    private static final String FORMAT = "text/plain;version=0.0.4;charset=utf-8";

    private final PrometheusMeterRegistry metrics;

    MetricsController(PrometheusMeterRegistry metrics) {
        this.metrics = metrics;
    }

    @Allow({Who.LOOPBACK, Who.PERSON})
    @GetMapping("/metrics")
    ResponseEntity<String> metrics() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(FORMAT))
                .body(metrics.scrape());
    }
}
