package dev.runside.server.intake.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Base64;

/** Gives a decoder one body, and looks at what it costs. */
final class Trial {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long MOST_BYTES = 64L * 1024 * 1024;
    private static final long MOST_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int TIMES = 3;

    private final Decoder decoder;
    private final String origin;
    private final boolean instrumented;

    /**
     * @param origin where its bodies come from, for whoever looks for what went wrong
     */
    Trial(Decoder decoder, String origin) {
        this(decoder, origin, false);
    }

    private Trial(Decoder decoder, String origin, boolean instrumented) {
        this.decoder = decoder;
        this.origin = origin;
        this.instrumented = instrumented;
    }

    /**
     * Where an agent rewrites classes as they are loaded, in the memory of whoever loads them: what
     * is large is asked again.
     */
    static Trial instrumented(Decoder decoder, String origin) {
        return new Trial(decoder, origin, true);
    }

    /**
     * True when it takes the body. A slow one is asked again: only what is slow each time is slow
     * by itself, and not by what else the machine does.
     */
    boolean takes(byte[] body) {
        for (int time = 1; time < TIMES; time++) {
            long start = System.nanoTime();
            boolean taken = takesInBounds(body);
            if (System.nanoTime() - start <= MOST_NANOS) {
                return taken;
            }
        }
        long start = System.nanoTime();
        boolean taken = takesInBounds(body);
        long nanos = System.nanoTime() - start;
        if (nanos > MOST_NANOS) {
            throw new AssertionError(told("took " + Duration.ofNanos(nanos), body));
        }
        return taken;
    }

    private boolean takesInBounds(byte[] body) {
        Cost cost = cost(body);
        if (cost.bytes() > MOST_BYTES && instrumented) {
            cost = cost(body);
        }
        if (cost.bytes() > MOST_BYTES) {
            throw new AssertionError(told("allocated " + cost.bytes() + " bytes", body));
        }
        return cost.taken();
    }

    private record Cost(boolean taken, long bytes) {}

    private Cost cost(byte[] body) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        try {
            boolean taken = decoder.takes(body);
            return new Cost(taken, THREADS.getCurrentThreadAllocatedBytes() - before);
        } catch (RuntimeException | Error e) {
            throw new AssertionError(told("threw " + e, body), e);
        }
    }

    String told(String what, byte[] body) {
        return "%s %s on a body of %d bytes, from %s, in Base64:%n%s"
                .formatted(
                        decoder.name(),
                        what,
                        body.length,
                        origin,
                        Base64.getEncoder().encodeToString(body));
    }
}
