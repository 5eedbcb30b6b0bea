package dev.runside.demo.site;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Chooses free ports below those the kernel hands out for outgoing connections, so that none is
 * taken while its service restarts. A port once chosen is kept as long as it is free.
 */
public final class Ports {

    private static final int FIRST = 21_000;
    private static final int LAST = 29_000;

    private Ports() {}

    public static Map<String, Integer> choose(
            Iterable<String> services, Map<String, Integer> before) throws IOException {
        Map<String, Integer> chosen = new TreeMap<>();
        Set<Integer> taken = new HashSet<>(before.values());
        int next = FIRST + (int) (ProcessHandle.current().pid() % (LAST - FIRST));
        for (String service : services) {
            Integer kept = before.get(service);
            if (kept != null && free(kept)) {
                chosen.put(service, kept);
                continue;
            }
            while (taken.contains(next) || !free(next)) {
                next = next >= LAST ? FIRST : next + 1;
            }
            taken.add(next);
            chosen.put(service, next);
        }
        return chosen;
    }

    public static boolean free(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
            return true;
        } catch (java.net.BindException _) {
            return false;
        }
    }
}
