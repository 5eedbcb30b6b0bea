package dev.runside.agent.process;

import java.net.URI;
import java.time.Duration;

/** A question put to a service: does it answer? */
public sealed interface Health permits HttpHealth, HttpsHealth, TcpHealth, NoHealth {

    /** Asks once; waits no longer than the timeout. */
    HealthAnswer ask(Duration timeout) throws InterruptedException;

    /** For a service that cannot be asked: that it runs is all there is to know. */
    static Health none() {
        return NoHealth.INSTANCE;
    }

    /**
     * @param uri {@code http://host:port/path} or {@code https://…}: answers when the status is
     *     below 400; {@code tcp://host:port}: answers when it takes the connection
     */
    static Health of(URI uri) {
        return switch (String.valueOf(uri.getScheme())) {
            case "http" -> HttpHealth.of(uri);
            case "https" -> new HttpsHealth(uri);
            case "tcp" -> new TcpHealth(uri.getHost(), uri.getPort());
            default -> throw new IllegalArgumentException("Not a health address: " + uri);
        };
    }
}
