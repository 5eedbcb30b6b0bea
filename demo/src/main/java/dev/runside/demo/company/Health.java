package dev.runside.demo.company;

import dev.runside.demo.service.Pause;
import dev.runside.demo.site.Site;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Asks a service whether it answers at all, whatever it depends on. */
final class Health {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(1))
                    .build();

    private final Site site;

    Health(Site site) {
        this.site = site;
    }

    boolean answers(String service) {
        HttpRequest request =
                HttpRequest.newBuilder(site.address(service).resolve("/health"))
                        .timeout(Duration.ofSeconds(1))
                        .build();
        try {
            return CLIENT.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Waits until it answers, as long as there is hope. */
    void await(String service, Duration patience, BooleanSupplier hope) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!answers(service)) {
            if (!hope.getAsBoolean() || System.nanoTime() > deadline) {
                throw new IOException(
                        service + " does not come up; its log: " + site.logFile(service));
            }
            Pause.of(Duration.ofMillis(10));
        }
    }
}
