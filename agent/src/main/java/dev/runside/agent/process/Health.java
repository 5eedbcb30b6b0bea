package dev.runside.agent.process;

import java.net.URI;
import java.time.Duration;

/** A question put to a service: does it answer? */
public sealed interface Health
        permits HttpHealth, HttpsHealth, TcpHealth, TlsHealth, DnsHealth, NoHealth {

    /** Asks once; waits no longer than the timeout. */
    HealthAnswer ask(Duration timeout) throws InterruptedException;

    /**
     * Whether it asks for something else than whether a service answers: that counts for
     * indicators, and is no sign of life.
     */
    default boolean isCheck() {
        return false;
    }

    /** For a service that cannot be asked: that it runs is all there is to know. */
    static Health none() {
        return NoHealth.INSTANCE;
    }

    /**
     * @param uri {@code http://host:port/path} or {@code https://…}: answers when the status is
     *     below 400; {@code tcp://host:port}: answers when it takes the connection; {@code
     *     tls://host?days=14}: when its certificate lasts so long; {@code dns://name?has=address}:
     *     when the name has that address
     */
    static Health of(URI uri) {
        return switch (String.valueOf(uri.getScheme())) {
            case "http" -> HttpHealth.of(uri);
            case "https" -> new HttpsHealth(uri);
            case "tcp" -> new TcpHealth(uri.getHost(), uri.getPort());
            case "tls" -> TlsHealth.of(uri);
            case "dns" -> DnsHealth.of(uri);
            default -> throw new IllegalArgumentException("Not a health address: " + uri);
        };
    }
}
