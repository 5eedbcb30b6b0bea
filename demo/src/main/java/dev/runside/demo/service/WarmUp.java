package dev.runside.demo.service;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A service's first requests come from itself, on a port nobody knows: a JVM is slow at what it
 * does for the first time, and a customer should not be the one to wait.
 */
record WarmUp(List<Route> routes, Telemetry telemetry) {

    private static final int REQUESTS = 30;
    private static final Duration LONGEST = Duration.ofMillis(600);

    void with(String path) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Route> unmeasured = routes.stream().map(Route::unmeasured).toList();
            server.createContext("/", new Exchanges(unmeasured, telemetry));
            server.setExecutor(threads);
            server.start();
            ask(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), path);
            server.stop(0);
        }
    }

    private static void ask(URI self, String path) {
        Upstream upstream = new Upstream(self, LONGEST);
        long deadline = System.nanoTime() + LONGEST.toNanos();
        for (int asked = 0; asked < REQUESTS && System.nanoTime() < deadline; asked++) {
            upstream.get(path);
        }
    }
}
