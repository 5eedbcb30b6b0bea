package dev.runside.server.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The names of this server. A page of another name that resolves to this address is not ours (DNS
 * rebinding).
 */
@Component
class Hosts {

    private final Set<String> names = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));

    Hosts(ListenSettings settings, @Value("${server.address:127.0.0.1}") String address) {
        names.add(address.toLowerCase(Locale.ROOT));
        settings.hosts().forEach(host -> names.add(host.toLowerCase(Locale.ROOT)));
    }

    /** True for a name of ours, and for the very address that the request came in by. */
    boolean own(HttpServletRequest request) {
        String host = request.getHeader("Host");
        if (host == null) {
            return false;
        }
        String name = host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
        return names.contains(name) || name.equals(request.getLocalAddr());
    }

    /**
     * A request that names no origin is no page's; one that names a foreign one is not our page's.
     */
    boolean ownOrigin(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        String host = request.getHeader("Host");
        return origin == null
                || origin.equalsIgnoreCase("https://" + host)
                || (!request.isSecure() && origin.equalsIgnoreCase("http://" + host));
    }
}
