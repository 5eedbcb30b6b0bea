package dev.runside.bench.heal.fleet;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Ports that nobody holds, below those that systems lend to callers: a dead service's port must not
 * be lent before the service is back.
 */
final class Ports {

    private static final int FIRST = 21_000;
    private static final int LAST = 32_000;

    private int next = FIRST;

    synchronized int take() throws IOException {
        while (next < LAST) {
            int candidate = next++;
            try (ServerSocket free =
                    new ServerSocket(candidate, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (java.net.BindException _) {
                // Somebody else's.
            }
        }
        throw new IOException("no port between " + FIRST + " and " + LAST + " is free");
    }
}
