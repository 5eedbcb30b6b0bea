import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A service like any other: it serves HTTP and counts its requests with OpenTelemetry. */
final class Hello {

    public static void main(String... arguments) throws IOException {
        // Everything about where telemetry goes stands in OTEL_ environment variables.
        OpenTelemetry telemetry =
                AutoConfiguredOpenTelemetrySdk.initialize().getOpenTelemetrySdk();
        DoubleHistogram requests =
                telemetry
                        .getMeter("hello")
                        .histogramBuilder("http.server.request.duration")
                        .setUnit("s")
                        .build();

        int port = Integer.parseInt(arguments[0]);
        HttpServer server =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> answer(exchange, requests));
        server.start();
    }

    private static void answer(HttpExchange exchange, DoubleHistogram requests)
            throws IOException {
        long began = System.nanoTime();
        byte[] hello = "Hello\n".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, hello.length);
        exchange.getResponseBody().write(hello);
        exchange.close();
        requests.record(
                (System.nanoTime() - began) / 1e9,
                Attributes.of(AttributeKey.longKey("http.response.status_code"), 200L));
    }
}
