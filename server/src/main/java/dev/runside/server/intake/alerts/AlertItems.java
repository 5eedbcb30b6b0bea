package dev.runside.server.intake.alerts;

import dev.runside.server.access.Caller;
import dev.runside.server.intake.IntakeMeters;
import dev.runside.server.intake.Receipt;
import dev.runside.server.intake.alerts.AlertIntake.Taken;
import dev.runside.server.intake.body.Bodies;
import dev.runside.server.intake.body.Bodies.Body;
import dev.runside.server.intake.body.Item;
import dev.runside.server.intake.body.Items;
import dev.runside.server.intake.body.MediaTypes;
import dev.runside.server.intake.mapping.Speakers;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.ItemError;
import dev.runside.server.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The way of protocols whose body is one JSON object, or an array of them, with alerts in it. */
@Component
public class AlertItems {

    private static final int MOST_BYTES = 8 * 1024 * 1024;

    private final Bodies bodies;
    private final Items items;
    private final AlertIntake intake;
    private final IntakeMeters meters;

    AlertItems(Bodies bodies, Items items, AlertIntake intake, IntakeMeters meters) {
        this.bodies = bodies;
        this.items = items;
        this.intake = intake;
        this.meters = meters;
    }

    public Receipt take(
            String protocol,
            Caller caller,
            HttpServletRequest request,
            Function<Item, List<AlertUpdate>> reader) {
        try (Body body = bodies.read(request, MOST_BYTES)) {
            MediaTypes.requireJson(request);
            List<AlertUpdate> updates =
                    items.read(body.bytes(), reader).stream().flatMap(List::stream).toList();
            Taken taken = intake.take(Speakers.of(caller), updates);
            meters.accepted(protocol, taken.receipt());
            refuse(taken.refused());
            return taken.receipt();
        } catch (Problem problem) {
            meters.refused(protocol, problem.code());
            throw problem;
        }
    }

    /** Says which are not stored; the others are. */
    public static void refuse(List<ItemError> refused) {
        if (!refused.isEmpty()) {
            throw Problem.of(
                            ErrorCode.NOT_ALLOWED,
                            refused.getFirst().detail()
                                    + "; not stored: "
                                    + refused.size()
                                    + ", the others are",
                            refused)
                    .withFix("Let a person give this source a token that speaks for it.");
        }
    }
}
