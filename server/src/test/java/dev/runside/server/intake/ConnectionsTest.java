package dev.runside.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.server.RunsideServerTest;
import java.util.stream.Stream;
import org.apache.catalina.connector.Connector;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

@RunsideServerTest
class ConnectionsTest {

    @Autowired private ServletWebServerApplicationContext server;

    @Test
    void connectionsThatSendNothingCannotFillTheMemory() {
        assertThat(connectors())
                .hasSize(2)
                .allSatisfy(connector -> {
                    assertThat(connector.getProperty("maxConnections")).isEqualTo(1_000);
                    assertThat(connector.getProperty("connectionTimeout")).isEqualTo(20_000);
                });
    }

    private Connector[] connectors() {
        return Stream.of(server.getWebServer())
                .map(TomcatWebServer.class::cast)
                .map(tomcat -> tomcat.getTomcat().getService().findConnectors())
                .findFirst()
                .orElseThrow();
    }
}
