package dev.runside.server.intake.poll;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;

/**
 * Where questions may go: never to this machine, unless it is named as such, nor to what is near
 * it. A name that is answered otherwise when it is connected to meets TLS, which asks the other
 * side who it is.
 */
final class Reach {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private Reach() {}

    static boolean isLoopbackName(URI address) {
        return address.getHost() != null && LOOPBACK.contains(address.getHost());
    }

    static void check(URI address) {
        boolean own = isLoopbackName(address);
        for (InetAddress each : resolved(address.getHost())) {
            boolean fits = own ? each.isLoopbackAddress() : isElsewhere(each);
            if (!fits) {
                throw new PollException(
                        address.getHost() + " lies where no question is sent", Duration.ZERO);
            }
        }
    }

    static boolean isElsewhere(InetAddress address) {
        return !address.isLoopbackAddress()
                && !address.isAnyLocalAddress()
                && !address.isLinkLocalAddress()
                && !address.isMulticastAddress();
    }

    private static InetAddress[] resolved(String host) {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException _) {
            throw new PollException(host + " is not known here", Duration.ZERO);
        }
    }
}
