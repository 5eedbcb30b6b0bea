package dev.runside.agent.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The clock is turned by hand; the pages go over real HTTP. */
class EmergencyPagerTest {

    private static final KeyPair SERVER = Cards.newKeys();

    @TempDir private Path directory;
    private HttpServer http;
    private CardKeeper cards;
    private EmergencyPager pager;
    private Duration now = Duration.ZERO;
    private Duration heardAt = Duration.ZERO;
    private int status = 204;
    private final List<Received> received = new ArrayList<>();

    @BeforeEach
    void open() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::receive);
        http.start();
        cards = CardKeeper.open(directory.resolve("card.json"), Cards.publicKey(SERVER));
        cards.accept(Cards.sign(SERVER, Cards.json(url("/a"), url("/b"), url("/a"))));
        pager =
                new EmergencyPager(
                        cards,
                        () -> now.minus(heardAt),
                        new EmergencyPager.Terms(
                                "agent:local",
                                "http://127.0.0.1:7070",
                                Duration.ofSeconds(60),
                                Duration.ofMinutes(5),
                                () -> now));
    }

    @AfterEach
    void close() {
        http.stop(0);
    }

    @Test
    void aShortSilencePagesNobody() {
        at(59);

        assertThat(received()).isEmpty();
    }

    @Test
    void aSilenceOfAMinutePagesEverybodyOnceAndAgainEveryFiveMinutes() {
        at(60);
        assertThat(received()).hasSize(2);
        at(61);
        at(359);
        assertThat(received()).hasSize(2);
        at(360);
        assertThat(received()).hasSize(4);
        at(661);
        assertThat(received()).hasSize(6);
        assertThat(received().stream().map(Received::id).distinct()).hasSize(6);
    }

    @Test
    void thePageSaysWhatIsWrongAndIsSigned() {
        at(75);

        Received page =
                received().stream().filter(p -> p.path().equals("/a")).findFirst().orElseThrow();
        JsonNode body = JsonMapper.builder().build().readTree(page.body());
        assertThat(body.path("type").asString()).isEqualTo("emergency");
        assertThat(body.path("page").asString()).isEqualTo(page.id());
        assertThat(body.path("title").asString()).isEqualTo("Runside cannot see or record");
        assertThat(body.path("to").size()).isEqualTo(2);
        assertThat(body.path("text").asString())
                .contains("agent:local", "75 s", "Look at the machine room.");
        assertThat(page.signature())
                .isEqualTo(
                        WebhookSignature.sign(
                                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                                page.id(),
                                page.timestamp(),
                                page.body()));
    }

    @Test
    void aPageThatDoesNotArriveIsTriedAgainAsTheSamePage() {
        status = 500;
        at(60);
        at(65);
        assertThat(received()).hasSize(2);

        status = 204;
        at(70);
        at(80);

        assertThat(received()).hasSize(4);
        assertThat(received().stream().map(Received::id).distinct()).hasSize(2);
    }

    @Test
    void whenTheServerAnswersAgainItIsOverAndTheNextSilenceIsNew() {
        at(60);
        heardAt = Duration.ofSeconds(70);
        at(71);
        at(129);
        assertThat(received()).hasSize(2);

        at(130);

        assertThat(received()).hasSize(4);
    }

    @Test
    void withoutACardItStaysQuietAndLives() throws Exception {
        CardKeeper none = CardKeeper.open(directory.resolve("none"), Cards.publicKey(SERVER));
        new EmergencyPager(
                        none,
                        () -> Duration.ofHours(1),
                        EmergencyPager.Terms.standard("agent:local", "http://127.0.0.1:7070"))
                .look();

        assertThat(received()).isEmpty();
    }

    private void at(int seconds) {
        now = Duration.ofSeconds(seconds);
        pager.look();
    }

    private String url(String path) {
        return "http://127.0.0.1:" + http.getAddress().getPort() + path;
    }

    private synchronized List<Received> received() {
        return List.copyOf(received);
    }

    private synchronized void receive(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(
                new Received(
                        exchange.getRequestURI().getPath(),
                        header(exchange, "webhook-id"),
                        Long.parseLong(header(exchange, "webhook-timestamp")),
                        header(exchange, "webhook-signature"),
                        body));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private static String header(HttpExchange exchange, String name) {
        return String.valueOf(exchange.getRequestHeaders().getFirst(name));
    }

    private record Received(
            String path, String id, long timestamp, String signature, String body) {}
}
