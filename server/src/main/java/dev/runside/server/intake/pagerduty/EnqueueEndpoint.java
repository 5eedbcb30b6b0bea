package dev.runside.server.intake.pagerduty;

import dev.runside.server.access.Allow;
import dev.runside.server.access.BodyKeys;
import dev.runside.server.access.Caller.SourceCaller;
import dev.runside.server.access.Who;
import dev.runside.server.intake.IntakeMeters;
import dev.runside.server.intake.Receipt;
import dev.runside.server.intake.Reception;
import dev.runside.server.intake.alerts.AlertIntake;
import dev.runside.server.intake.alerts.AlertIntake.Taken;
import dev.runside.server.intake.alerts.AlertItems;
import dev.runside.server.intake.body.Bodies;
import dev.runside.server.intake.body.Bodies.Body;
import dev.runside.server.intake.body.Items;
import dev.runside.server.intake.mapping.Speaker;
import dev.runside.server.intake.mapping.Speakers;
import dev.runside.server.problem.Problem;
import dev.runside.server.storage.Ids;
import dev.runside.server.storage.ServerClock;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The two paths of the Events API. Both are open at the gate: the credential is in the body. */
@RestController
@Allow(Who.OPEN)
@RequestMapping(path = "/v2", produces = "application/json")
@ResponseStatus(HttpStatus.ACCEPTED)
class EnqueueEndpoint {

    private static final int MOST_BYTES = 512 * 1024;
    private static final String PROTOCOL = "pagerduty";

    private final Bodies bodies;
    private final Items items;
    private final BodyKeys keys;
    private final AlertIntake alerts;
    private final Reception reception;
    private final IntakeMeters meters;
    private final Ids ids;
    private final ServerClock clock;

    EnqueueEndpoint(
            Bodies bodies,
            Items items,
            BodyKeys keys,
            AlertIntake alerts,
            Reception reception,
            IntakeMeters meters,
            Ids ids,
            ServerClock clock) {
        this.bodies = bodies;
        this.items = items;
        this.keys = keys;
        this.alerts = alerts;
        this.reception = reception;
        this.meters = meters;
        this.ids = ids;
        this.clock = clock;
    }

    record Processed(String status, String message, String dedup_key) {}

    record ChangeProcessed(String status, String message) {}

    @PostMapping("/enqueue")
    Processed event(HttpServletRequest request) {
        return counted(
                request,
                body -> {
                    PagerEvent event =
                            items.first(
                                    body,
                                    item ->
                                            PagerEvent.read(
                                                    item, ids.next("alert"), clock.instant()));
                    take(Speakers.of(caller(event.key(), request)), event);
                    return new Processed("success", "Event processed", event.dedupKey());
                });
    }

    @PostMapping("/change/enqueue")
    ChangeProcessed change(HttpServletRequest request) {
        return counted(
                request,
                body -> {
                    PagerChange change =
                            items.first(body, item -> PagerChange.read(item, clock.instant()));
                    SourceCaller caller = caller(change.key(), request);
                    meters.accepted(PROTOCOL, reception.take(Speakers.of(caller), change.drafts()));
                    return new ChangeProcessed("success", "Change event processed");
                });
    }

    private SourceCaller caller(String key, HttpServletRequest request) {
        return keys.source(key, request);
    }

    private void take(Speaker speaker, PagerEvent event) {
        if (event.update().isEmpty()) {
            alerts.acknowledge(speaker, event.identity());
            meters.accepted(PROTOCOL, new Receipt(1, 0));
            return;
        }
        Taken taken = alerts.take(speaker, List.of(event.update().get()));
        meters.accepted(PROTOCOL, taken.receipt());
        AlertItems.refuse(taken.refused());
    }

    private <T> T counted(HttpServletRequest request, Function<byte[], T> work) {
        try (Body body = bodies.read(request, MOST_BYTES)) {
            return work.apply(body.bytes());
        } catch (Problem problem) {
            meters.refused(PROTOCOL, problem.code());
            throw problem;
        }
    }
}
