package dev.runside.server.respond.pager;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The address under which people find this server, for links in pages: the setting {@code
 * runside.url}, else what it listens on.
 */
@Component
public class OwnAddress {

    private final String configured;
    private final String host;
    private final String scheme;
    private volatile int port;

    OwnAddress(
            Environment settings,
            @Value("${runside.url:}") String configured,
            @Value("${server.address:127.0.0.1}") String address,
            @Value("${server.port:7070}") int port) {
        this.configured = configured.strip().replaceFirst("/+$", "");
        this.host = host(address);
        this.scheme =
                settings.containsProperty("server.ssl.bundle")
                                || settings.containsProperty("server.ssl.certificate")
                                || settings.containsProperty("server.ssl.key-store")
                        ? "https"
                        : "http";
        this.port = port;
    }

    @EventListener
    void listening(WebServerInitializedEvent event) {
        port = event.getWebServer().getPort();
    }

    public String base() {
        return configured.isEmpty() ? scheme + "://" + host + ":" + port : configured;
    }

    public String ofIncident(long number) {
        return base() + "/incidents/" + number;
    }

    private static String host(String address) {
        return switch (address) {
            case "0.0.0.0", "::", "*" -> "127.0.0.1";
            default -> address.contains(":") ? "[" + address + "]" : address;
        };
    }
}
