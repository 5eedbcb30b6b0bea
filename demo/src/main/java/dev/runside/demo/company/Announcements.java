package dev.runside.demo.company;

import dev.runside.demo.service.Intake;
import dev.runside.demo.site.Site;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Says what is being changed, before and after: deploys as CDEvents, planned stops as signals. */
final class Announcements {

    private static final String SOURCE = "/runside-demo/deployer";

    private final Intake intake;

    Announcements(Site site) {
        this.intake = new Intake(site.runside(), site.secret("source-operations"));
    }

    void deployStarted(Change change) {
        cdEvent(
                "dev.cdevents.taskrun.started.0.2.0",
                "taskRun",
                change,
                Map.of("taskName", change.summary()));
    }

    void deployFinished(Change change, boolean good) {
        if (good) {
            Map<String, Object> upgraded =
                    Map.of(
                            "environment",
                            Map.of("id", "demo"),
                            "artifactId",
                            "pkg:generic/" + change.service() + "@" + change.version());
            cdEvent("dev.cdevents.service.upgraded.0.2.0", "service", change, upgraded);
        }
        cdEvent(
                "dev.cdevents.taskrun.finished.0.2.0",
                "taskRun",
                change,
                Map.of("taskName", change.summary(), "outcome", good ? "success" : "failure"));
    }

    private void cdEvent(
            String type, String subjectType, Change change, Map<String, Object> content) {
        String id = UUID.randomUUID().toString();
        String subject = subjectType.equals("service") ? change.service() : change.id();
        Map<String, Object> data =
                Map.of(
                        "context",
                        Map.of(
                                "version", "0.4.1",
                                "id", id,
                                "source", SOURCE,
                                "type", type,
                                "timestamp", now()),
                        "subject",
                        Map.of(
                                "id",
                                subject,
                                "source",
                                SOURCE,
                                "type",
                                subjectType,
                                "content",
                                content),
                        "customDataContentType",
                        "application/json",
                        "customData",
                        Map.of(
                                "type", "deploy",
                                "subject", change.subject(),
                                "change", change.id(),
                                "version", change.version(),
                                "summary", change.summary(),
                                "by", change.by()));
        Map<String, Object> cloudEvent = new LinkedHashMap<>();
        cloudEvent.put("specversion", "1.0");
        cloudEvent.put("id", id);
        cloudEvent.put("source", SOURCE);
        cloudEvent.put("type", type);
        cloudEvent.put("time", now());
        cloudEvent.put("datacontenttype", "application/json");
        cloudEvent.put("data", data);
        intake.tell("/api/v1/events", "application/cloudevents+json", cloudEvent);
    }

    /** True when Runside knows of the stop before it happens. */
    boolean stopStarted(Change change) {
        return signal("change-started", change);
    }

    boolean stopFinished(Change change) {
        return signal("change-finished", change);
    }

    private boolean signal(String kind, Change change) {
        return intake.tell(
                "/api/v1/signals",
                Map.of(
                        "id", kind + "-" + change.id(),
                        "kind", kind,
                        "subject", change.subject(),
                        "time", now(),
                        "attributes",
                                Map.of(
                                        "change", change.id(),
                                        "type", "stop",
                                        "summary", change.summary(),
                                        "by", change.by())));
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
