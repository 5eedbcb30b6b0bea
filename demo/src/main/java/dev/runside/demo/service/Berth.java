package dev.runside.demo.service;

import com.sun.net.httpserver.HttpServer;
import dev.runside.demo.site.Site;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * A service's port, which the version before may still hold. Then the new one stands by, and says
 * so in a file that the deploy waits for.
 */
record Berth(Site site, String service) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int BACKLOG = 256;

    /** Bound and not yet served: whoever connects from now on waits a moment. */
    HttpServer take() throws IOException {
        InetSocketAddress address =
                new InetSocketAddress(InetAddress.getByName("127.0.0.1"), site.port(service));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        boolean standing = false;
        while (true) {
            try {
                HttpServer server = HttpServer.create(address, BACKLOG);
                Files.deleteIfExists(standby());
                return server;
            } catch (BindException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                standing = standing || standBy();
                Pause.of(Duration.ofMillis(5));
            }
        }
    }

    private boolean standBy() throws IOException {
        Files.createDirectories(Objects.requireNonNull(standby().getParent()));
        Files.writeString(standby(), ProcessHandle.current().pid() + "\n");
        return true;
    }

    private Path standby() {
        return site.standbyFile(service);
    }
}
