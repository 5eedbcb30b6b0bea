package dev.runside.server.intake;

import java.net.InetAddress;
import java.time.Duration;
import org.apache.catalina.connector.Connector;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * The port where OpenTelemetry exporters look by themselves. It speaks plain HTTP, so beyond this
 * machine it listens only where that was asked for; the server's own port takes the same requests,
 * with TLS.
 */
@Component
public class OtlpPort implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String LOOPBACK = "127.0.0.1";

    private final Connector connector = new Connector("HTTP/1.1");

    OtlpPort(
            @Value("${runside.otlp-port:4318}") int port,
            @Value("${server.address:" + LOOPBACK + "}") InetAddress address,
            @Value("${runside.insecure:false}") boolean insecure,
            @Value("${server.tomcat.max-connections}") String connections,
            @Value("${server.tomcat.connection-timeout}") Duration patience) {
        connector.setPort(port);
        connector.setProperty(
                "address", PlainAddress.of("OTLP over HTTP", address, insecure).getHostAddress());
        connector.setProperty("maxConnections", connections);
        connector.setProperty("connectionTimeout", Long.toString(patience.toMillis()));
        // Boot gives what is set, and virtual threads, to its own connector only.
        connector.getProtocolHandler().setExecutor(new VirtualThreadExecutor("otlp-"));
    }

    /** The port that it listens on, once the server has started. */
    public int number() {
        return connector.getLocalPort();
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addAdditionalConnectors(connector);
    }
}
