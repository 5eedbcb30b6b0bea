package dev.runside.agent.process;

/** What came of asking a service. */
public sealed interface HealthAnswer {

    static HealthAnswer good() {
        return Good.INSTANCE;
    }

    enum Good implements HealthAnswer {
        INSTANCE
    }

    /**
     * @param reason for people: {@code HTTP 503}, {@code no answer within 1000 ms}, …
     */
    record Miss(String reason) implements HealthAnswer {}
}
