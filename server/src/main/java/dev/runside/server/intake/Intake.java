package dev.runside.server.intake;

import dev.runside.server.access.Caller;
import dev.runside.server.access.ProvenCaller;
import dev.runside.server.intake.body.Bodies;
import dev.runside.server.intake.body.Bodies.Body;
import dev.runside.server.intake.body.Item;
import dev.runside.server.intake.body.Items;
import dev.runside.server.intake.body.MediaTypes;
import dev.runside.server.intake.mapping.Speakers;
import dev.runside.server.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The way of every protocol that carries signals: body, items, drafts, stored, counted. */
@Component
public class Intake {

    private static final int MOST_BYTES = 8 * 1024 * 1024;

    private final Bodies bodies;
    private final Items items;
    private final Reception reception;
    private final IntakeMeters meters;

    Intake(Bodies bodies, Items items, Reception reception, IntakeMeters meters) {
        this.bodies = bodies;
        this.items = items;
        this.reception = reception;
        this.meters = meters;
    }

    /** Each item of the body is one signal. */
    public Receipt take(
            String protocol,
            Caller caller,
            HttpServletRequest request,
            Function<Item, Draft> reader) {
        return decode(
                protocol,
                caller,
                request,
                body -> {
                    MediaTypes.requireJson(request);
                    return items.read(body, reader);
                });
    }

    /** The body is any number of signals. All are stored, or none. */
    public Receipt decode(
            String protocol,
            Caller caller,
            HttpServletRequest request,
            Function<byte[], List<Draft>> decoder) {
        return decode(protocol, _ -> caller, request, decoder);
    }

    /**
     * As above, from a sender who proves by the body itself who they are.
     *
     * @param proof throws where it proves nothing
     */
    public Receipt decode(
            String protocol,
            Function<byte[], ? extends Caller> proof,
            HttpServletRequest request,
            Function<byte[], List<Draft>> decoder) {
        try (Body body = bodies.read(request, MOST_BYTES)) {
            Caller caller = proof.apply(body.bytes());
            ProvenCaller.remember(caller, request);
            Receipt receipt = reception.take(Speakers.of(caller), decoder.apply(body.bytes()));
            meters.accepted(protocol, receipt);
            return receipt;
        } catch (Problem problem) {
            meters.refused(protocol, problem.code());
            throw problem;
        }
    }
}
