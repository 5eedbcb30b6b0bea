package dev.runside.agent.link;

import dev.runside.agent.watch.Signal;
import dev.runside.agent.watch.Signals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Signals on their way to the server; sent twice they count once. */
public final class SignalOutbox implements Signals, Runnable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PATH = "/api/v1/signals";

    private final ServerLink link;
    private final Outbox<Signal> outbox;

    public SignalOutbox(ServerLink link) {
        this.link = link;
        this.outbox = new Outbox<>("signals", 1000, 100, SignalOutbox::covers, this::carry);
    }

    @Override
    public void send(Signal signal) {
        outbox.add(signal);
    }

    @Override
    public void run() {
        outbox.run();
    }

    /** While the first still waits, that it lasts is no news. */
    private static boolean covers(Signal earlier, Signal later) {
        return later.repeat()
                && earlier.kind() == later.kind()
                && earlier.subject().equals(later.subject());
    }

    /** Of a rejected batch nothing is stored: those that are not to blame are sent once more. */
    private Delivery carry(List<Signal> batch) throws InterruptedException {
        Delivery delivery = link.deliver(PATH, body(batch));
        if (!(delivery instanceof Delivery.Rejected(Answer answer))) {
            return delivery;
        }
        List<Signal> blameless = without(batch, blamed(answer));
        if (blameless.isEmpty() || blameless.size() == batch.size()) {
            return delivery;
        }
        return link.deliver(PATH, body(blameless)) instanceof Delivery.Later later
                ? later
                : delivery;
    }

    private static Set<Integer> blamed(Answer answer) {
        try {
            return answer.json()
                    .path("errors")
                    .valueStream()
                    .map(error -> error.path("index").asInt(-1))
                    .collect(Collectors.toSet());
        } catch (JacksonException notJson) {
            return Set.of();
        }
    }

    private static List<Signal> without(List<Signal> batch, Set<Integer> indices) {
        List<Signal> left = new ArrayList<>();
        for (int index = 0; index < batch.size(); index++) {
            if (!indices.contains(index)) {
                left.add(batch.get(index));
            }
        }
        return left;
    }

    private static byte[] body(List<Signal> batch) {
        return JSON.writeValueAsBytes(batch.stream().map(SignalOutbox::wire).toList());
    }

    private static Map<String, ?> wire(Signal signal) {
        return Map.of(
                "id", signal.id(),
                "kind", signal.kind().word(),
                "subject", signal.subject(),
                "time", Wire.time(signal.time()),
                "title", signal.title(),
                "attributes", signal.attributes());
    }
}
