package dev.runside.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server dies and stays dead: in real time, as people would see it. */
@Tag("long")
class EmergencyTest {

    @TempDir private Path data;

    @Test
    void aServerGoneForAMinuteIsPagedByTheAgentWithinNinetySeconds() throws Exception {
        List<String> pages = new CopyOnWriteArrayList<>();
        HttpServer pager =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        pager.createContext(
                "/",
                exchange -> {
                    byte[] body = exchange.getRequestBody().readAllBytes();
                    pages.add(new String(body, StandardCharsets.UTF_8));
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
        pager.start();
        Files.writeString(data.resolve("agent.yaml"), "name: local\n");
        FakeServer server = new FakeServer();
        try (AgentProcess agent = AgentProcess.start(data, server)) {
            server.card(server.signed(card(pager.getAddress().getPort())));
            Eventually.soon("the card", () -> Files.exists(data.resolve("card.json")));

            server.close();

            Eventually.within(Duration.ofSeconds(90), "a page", () -> !pages.isEmpty());
            assertThat(pages).singleElement().asString().contains("user:pat", "cannot see");
            assertThat(agent.pid()).isPositive();
        } finally {
            pager.stop(0);
        }
    }

    private static String card(int port) {
        return """
        {"issuedAt": "2026-03-01T10:00:00Z", "message": "Look at the machine room.", "people": [
          {"person": "user:pat", "displayName": "Pat", "channels": [
            {"type": "webhook", "url": "http://127.0.0.1:%d/", "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"}]}]}
        """
                .formatted(port);
    }
}
