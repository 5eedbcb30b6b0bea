package dev.runside.bench.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Batches as Prometheus posts them, of alerts that are told apart by a number. */
final class Alerts {

    static final int IN_BATCH = 64;
    static final int HOPS = 10;

    private static final String NUMBER = "#########";
    private static final String HOP = "?";
    private static final String ONE =
            """
            {"annotations":{"description":"More than a tenth of the mails to this relay waited for longer than a minute.",\
            "summary":"Mails wait at a relay"},"endsAt":"%s","startsAt":"%s",\
            "generatorURL":"http://prometheus.example:9090/graph?g0.expr=mails_waiting_ratio+%%3E+0.1&g0.tab=1",\
            "labels":{"alertname":"MailsWait","environment":"production","instance":"mail-%s","job":"relays","service":"relay-%s",\
            "severity":"warning"}}\
            """;

    private final byte[] form;
    private final int alert;
    private final int number;
    private final int hop;

    /**
     * @param startsAt of every alert
     * @param endsAt until when their source vouches for them
     */
    Alerts(Instant startsAt, Instant endsAt) {
        String one =
                ONE.formatted(
                        endsAt.truncatedTo(ChronoUnit.SECONDS),
                        startsAt.truncatedTo(ChronoUnit.SECONDS),
                        NUMBER,
                        HOP);
        this.alert = one.length() + 1;
        this.number = 1 + one.indexOf(NUMBER);
        this.hop = 1 + one.indexOf("relay-" + HOP) + "relay-".length();
        this.form =
                ("[" + String.join(",", Collections.nCopies(IN_BATCH, one)) + "]")
                        .getBytes(StandardCharsets.US_ASCII);
    }

    static String hop(int number) {
        return "relay-" + number % HOPS;
    }

    /** Alerts {@code first}, {@code first + 1}, … */
    byte[] batch(long first) {
        return filled(IntStream.range(0, IN_BATCH).mapToLong(at -> first + at).toArray());
    }

    /** Batches that hold alerts 0 to {@code distinct - 1} in turn, each as often as the others. */
    List<byte[]> around(int distinct) {
        return IntStream.range(0, distinct)
                .mapToObj(batch ->
                        filled(
                                IntStream.range(0, IN_BATCH)
                                        .mapToLong(at -> ((long) batch * IN_BATCH + at) % distinct)
                                        .toArray()))
                .limit(Math.max(1, distinct / commonDivisor(distinct, IN_BATCH)))
                .toList();
    }

    private byte[] filled(long[] numbers) {
        byte[] text = form.clone();
        for (int at = 0; at < numbers.length; at++) {
            long rest = numbers[at];
            text[at * alert + hop] = (byte) ('0' + rest % HOPS);
            for (int digit = NUMBER.length() - 1; digit >= 0; digit--) {
                text[at * alert + number + digit] = (byte) ('0' + rest % 10);
                rest /= 10;
            }
        }
        return text;
    }

    private static int commonDivisor(int one, int other) {
        return other == 0 ? one : commonDivisor(other, one % other);
    }
}
