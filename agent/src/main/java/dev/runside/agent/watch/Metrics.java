package dev.runside.agent.watch;

/** Where OTLP/JSON bodies go. Never blocks. */
@FunctionalInterface
public interface Metrics {

    void send(byte[] body);
}
