package dev.runside.server.intake.poll;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where questions may go: never to this machine, unless it is named as such, nor to what is near
 * it. A name that is answered otherwise when it is connected to meets TLS, which asks the other
 * side who it is.
 */
public final class Reach {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private static final Set<String> CLOUDS =
            Set.of("fd00:ec2:0:0:0:0:0:254", "100.100.100.200", "168.63.129.16", "192.0.0.192");

    private Reach() {}

    static boolean isLoopbackName(URI address) {
        return address.getHost() != null && LOOPBACK.contains(address.getHost());
    }

    static void check(URI address) {
        if (!fits(address, resolved(address.getHost()))) {
            throw new PollException(
                    address.getHost() + " lies where no question is sent", Duration.ZERO);
        }
    }

    /** Whether it is known here, and a question may go there. */
    public static boolean allows(URI address) {
        try {
            return fits(address, InetAddress.getAllByName(address.getHost()));
        } catch (UnknownHostException _) {
            return false;
        }
    }

    private static boolean fits(URI address, InetAddress... found) {
        boolean own = isLoopbackName(address);
        return Stream.of(found)
                .allMatch(each -> own ? each.isLoopbackAddress() : isElsewhere(each));
    }

    static boolean isElsewhere(InetAddress address) {
        return !address.isLoopbackAddress()
                && !address.isAnyLocalAddress()
                && !address.isLinkLocalAddress()
                && !address.isMulticastAddress()
                && !isOfTheCloud(address)
                && !holdsAnother(address);
    }

    /** Where clouds answer a machine about itself, its keys among it, without link-local. */
    private static boolean isOfTheCloud(InetAddress address) {
        return CLOUDS.contains(address.getHostAddress());
    }

    /** An address of version 6 that is sent on to one of version 4, whichever that is. */
    private static boolean holdsAnother(InetAddress address) {
        String written = address.getHostAddress();
        return address instanceof Inet6Address six
                && (six.isIPv4CompatibleAddress()
                        || written.startsWith("2002:")
                        || written.startsWith("64:ff9b:"));
    }

    private static InetAddress[] resolved(String host) {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException _) {
            throw new PollException(host + " is not known here", Duration.ZERO);
        }
    }
}
