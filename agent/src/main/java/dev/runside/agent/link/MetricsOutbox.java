package dev.runside.agent.link;

import dev.runside.agent.watch.Metrics;

/** Probe results on their way to the server: two minutes of them at most. */
public final class MetricsOutbox implements Metrics, Runnable {

    private final Outbox<byte[]> outbox;

    public MetricsOutbox(ServerLink link) {
        outbox =
                new Outbox<>(
                        "probe results",
                        120,
                        1,
                        (_, _) -> false,
                        batch -> link.deliver("/v1/metrics", batch.getFirst()));
    }

    @Override
    public void send(byte[] body) {
        outbox.add(body);
    }

    @Override
    public void run() {
        outbox.run();
    }
}
