package dev.runside.agent.process;

import dev.runside.agent.time.Deadline;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Asks for a certificate: good when it is believed for its host and lasts long enough, as does each
 * one that vouches for it.
 */
record TlsHealth(String host, int port, Duration least, SSLSocketFactory sockets)
        implements Health {

    private static final Pattern DAYS = Pattern.compile("days=(\\d{1,4})");
    private static final int USUAL_DAYS = 14;
    private static final int USUAL_PORT = 443;

    static TlsHealth of(URI uri) {
        return of(uri, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    static TlsHealth of(URI uri, SSLSocketFactory sockets) {
        int port = uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
        return new TlsHealth(uri.getHost(), port, Duration.ofDays(days(uri)), sockets);
    }

    private static int days(URI uri) {
        if (uri.getRawQuery() == null) {
            return USUAL_DAYS;
        }
        Matcher days = DAYS.matcher(uri.getRawQuery());
        if (!days.matches()) {
            throw new IllegalArgumentException("Not a number of days: " + uri);
        }
        return Integer.parseInt(days.group(1));
    }

    @Override
    public boolean isCheck() {
        return true;
    }

    @Override
    public HealthAnswer ask(Duration timeout) throws InterruptedException {
        Deadline deadline = Deadline.in(timeout);
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(host, port), millis(deadline));
            plain.setSoTimeout(millis(deadline));
            try (SSLSocket socket = (SSLSocket) sockets.createSocket(plain, host, port, true)) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
                socket.startHandshake();
                return lasting(List.of(socket.getSession().getPeerCertificates()));
            }
        } catch (SocketTimeoutException silent) {
            return new HealthAnswer.Miss("no answer within " + timeout.toMillis() + " ms");
        } catch (ConnectException refused) {
            return new HealthAnswer.Miss("connection refused");
        } catch (SSLException unbelieved) {
            return new HealthAnswer.Miss("its certificate: " + unbelieved.getMessage());
        } catch (IOException broken) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while asking");
            }
            return new HealthAnswer.Miss("connection broken: " + broken.getMessage());
        }
    }

    private HealthAnswer lasting(List<Certificate> chain) {
        Optional<Instant> end =
                chain.stream()
                        .flatMap(each ->
                                each instanceof X509Certificate known
                                        ? Stream.of(known.getNotAfter().toInstant())
                                        : Stream.empty())
                        .min(Comparator.naturalOrder());
        Duration left = Duration.between(Instant.now(), end.orElse(Instant.EPOCH));
        return left.compareTo(least) >= 0
                ? HealthAnswer.good()
                : new HealthAnswer.Miss("its certificate ends in %d days".formatted(left.toDays()));
    }

    /** Zero would mean for ever. */
    private static int millis(Deadline deadline) throws SocketTimeoutException {
        if (deadline.over()) {
            throw new SocketTimeoutException();
        }
        return (int) Math.clamp(deadline.left().toMillis(), 1, Integer.MAX_VALUE);
    }
}
