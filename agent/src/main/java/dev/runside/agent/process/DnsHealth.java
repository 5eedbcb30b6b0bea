package dev.runside.agent.process;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks this machine's resolver for a name: good when it has an address, and the expected one where
 * one is expected. Java remembers an answer for 30 s, and that there is none for 10 s.
 */
record DnsHealth(String name, Optional<String> expected) implements Health {

    private static final Pattern HAS = Pattern.compile("has=([0-9A-Fa-f.:]{2,45})");

    /** The resolver cannot be interrupted: what waits for it may be left behind. */
    private static final ExecutorService RESOLVING =
            Executors.newThreadPerTaskExecutor(
                    Thread.ofPlatform().daemon().name("resolving").factory());

    static DnsHealth of(URI uri) {
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        Matcher has = HAS.matcher(query);
        if (!query.isEmpty() && !has.matches()) {
            throw new IllegalArgumentException("Not has=ADDRESS: " + uri);
        }
        return new DnsHealth(
                uri.getHost(), query.isEmpty() ? Optional.empty() : Optional.of(has.group(1)));
    }

    @Override
    public boolean isCheck() {
        return true;
    }

    @Override
    public HealthAnswer ask(Duration timeout) throws InterruptedException {
        CompletableFuture<List<String>> found =
                CompletableFuture.supplyAsync(this::addresses, RESOLVING);
        try {
            return judged(found.get(timeout.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException silent) {
            return new HealthAnswer.Miss("not resolved within " + timeout.toMillis() + " ms");
        } catch (ExecutionException failed) {
            return new HealthAnswer.Miss("not resolved: " + failed.getMessage());
        }
    }

    private HealthAnswer judged(List<String> addresses) {
        if (addresses.isEmpty()) {
            return new HealthAnswer.Miss("the name has no address");
        }
        return expected.filter(address -> !addresses.contains(address)).isEmpty()
                ? HealthAnswer.good()
                : new HealthAnswer.Miss("the name has " + String.join(", ", addresses));
    }

    private List<String> addresses() {
        try {
            return Arrays.stream(InetAddress.getAllByName(name))
                    .map(InetAddress::getHostAddress)
                    .toList();
        } catch (UnknownHostException _) {
            return List.of();
        }
    }
}
