package dev.runside.agent.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.runside.agent.SmallService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthTest {

    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final HealthAnswer GOOD = HealthAnswer.good();

    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer http;

    @BeforeEach
    void serve() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext(
                "/status",
                exchange -> {
                    String path = exchange.getRequestURI().getPath();
                    exchange.sendResponseHeaders(Integer.parseInt(path.substring(8)), -1);
                    exchange.close();
                });
        http.createContext("/silent", _ -> await());
        http.start();
    }

    @AfterEach
    void end() {
        over.countDown();
        http.stop(0);
    }

    @Test
    void aStatusBelow400IsAnAnswer() throws Exception {
        assertThat(ask("/status/200")).isEqualTo(GOOD);
        assertThat(ask("/status/204")).isEqualTo(GOOD);
        assertThat(ask("/status/302")).isEqualTo(GOOD);
    }

    @Test
    void anyOtherStatusIsAMissThatSaysWhich() throws Exception {
        assertThat(ask("/status/503")).isEqualTo(new HealthAnswer.Miss("HTTP 503"));
        assertThat(ask("/status/404")).isEqualTo(new HealthAnswer.Miss("HTTP 404"));
    }

    @Test
    void aServiceThatTakesTheQuestionAndSaysNothingIsAMissAfterTheTimeout() throws Exception {
        long begun = System.nanoTime();

        assertThat(ask("/silent")).isEqualTo(new HealthAnswer.Miss("no answer within 500 ms"));

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void anAnswerThatTricklesDoesNotOutlastTheTimeout() throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> trickle(listening));
            URI uri = URI.create("http://127.0.0.1:" + listening.getLocalPort() + "/");
            long begun = System.nanoTime();

            assertThat(Health.of(uri).ask(PATIENCE))
                    .isEqualTo(new HealthAnswer.Miss("no answer within 500 ms"));

            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void whatDoesNotSpeakHttpIsAMiss() throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> say(listening, "SSH-2.0-OpenSSH_9.2\r\n"));
            URI uri = URI.create("http://127.0.0.1:" + listening.getLocalPort() + "/");

            assertThat(Health.of(uri).ask(PATIENCE))
                    .isEqualTo(new HealthAnswer.Miss("the answer is not HTTP"));
        }
    }

    @Test
    void aClosedPortRefuses() throws Exception {
        int port = SmallService.freePort();
        HealthAnswer refused = new HealthAnswer.Miss("connection refused");

        assertThat(Health.of(URI.create("http://127.0.0.1:" + port)).ask(PATIENCE))
                .isEqualTo(refused);
        assertThat(Health.of(URI.create("tcp://127.0.0.1:" + port)).ask(PATIENCE))
                .isEqualTo(refused);
    }

    @Test
    void anOpenPortAnswersOverTcp() throws Exception {
        try (ServerSocket open = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            URI uri = URI.create("tcp://127.0.0.1:" + open.getLocalPort());

            assertThat(Health.of(uri).ask(PATIENCE)).isEqualTo(GOOD);
        }
    }

    private HealthAnswer ask(String path) throws InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + http.getAddress().getPort() + path);
        return Health.of(uri).ask(PATIENCE);
    }

    private static void trickle(ServerSocket listening) {
        try (Socket socket = listening.accept()) {
            while (true) {
                socket.getOutputStream().write('H');
                Thread.sleep(200);
            }
        } catch (IOException | InterruptedException asked) {
            // Whoever asked has gone.
        }
    }

    private static void say(ServerSocket listening, String words) {
        try (Socket socket = listening.accept()) {
            socket.getInputStream().read(new byte[1000]);
            socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException asked) {
            // Whoever asked has gone.
        }
    }

    private void await() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
