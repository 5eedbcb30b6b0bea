package dev.runside.bench.points;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Signals of a kind that nobody judges, each new, each about the next of some subjects: what taking
 * in, storing and keeping costs.
 *
 * @param subjects how many there are
 * @param numbers the number of the next signal, of all parcels
 */
record Noted(int size, int subjects, AtomicLong numbers) implements Parcel {

    private static final String ONE =
            """
            {"id":"noted-%d","kind":"noted","subject":"%s","time":"%s","severity":"info",\
            "title":"A mail waited for longer than a minute","attributes":{"queue":"outgoing"}}\
            """;

    @Override
    public int source() {
        return 0;
    }

    @Override
    public byte[] next() {
        long first = numbers.getAndAdd(size);
        String now = Instant.now().toString();
        return IntStream.range(0, size)
                .mapToObj(each -> {
                    long number = first + each;
                    return ONE.formatted(number, Estate.subject((int) (number % subjects)), now);
                })
                .collect(Collectors.joining(",", "[", "]"))
                .getBytes(StandardCharsets.US_ASCII);
    }
}
