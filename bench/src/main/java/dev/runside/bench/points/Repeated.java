package dev.runside.bench.points;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Alerts of some subjects as Prometheus repeats them: after the first time, nothing is new. */
@SuppressWarnings("ArrayRecordComponent")
record Repeated(int size, byte[] next) implements Parcel {

    private static final String ONE =
            """
            {"labels":{"alertname":"MailsWait","environment":"production","job":"relays","service":"%s","severity":"warning"},\
            "annotations":{"summary":"Mails wait at a relay"},"startsAt":"%s","endsAt":"%s"}\
            """;

    @Override
    public int source() {
        return 0;
    }

    /** One alert of each subject, in parcels. */
    static List<Parcel> of(int subjects, int inParcel, Instant now) {
        List<Parcel> parcels = new ArrayList<>();
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        for (int first = 0; first < subjects; first += inParcel) {
            int end = Math.min(subjects, first + inParcel);
            String body =
                    IntStream.range(first, end)
                            .mapToObj(hop ->
                                    ONE.formatted(
                                            Estate.service(hop), second, second.plusSeconds(3600)))
                            .collect(Collectors.joining(",", "[", "]"));
            parcels.add(new Repeated(end - first, body.getBytes(StandardCharsets.US_ASCII)));
        }
        return parcels;
    }
}
