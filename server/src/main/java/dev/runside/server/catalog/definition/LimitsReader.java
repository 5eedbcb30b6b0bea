package dev.runside.server.catalog.definition;

import dev.runside.core.catalog.Runbook.Blast;
import dev.runside.core.catalog.Runbook.Limits;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how often and how far a runbook may act; careful where nothing is said. */
final class LimitsReader {

    private static final Flap USUAL_FLAP = new Flap(3, Duration.ofMinutes(15));
    private static final Limits USUAL =
            new Limits(
                    6,
                    Duration.ofSeconds(30),
                    USUAL_FLAP.count(),
                    USUAL_FLAP.within(),
                    Blast.PRODUCT);

    private static final Form<Integer> RUNS = Form.count(1, 1_000);
    private static final Form<Blast> BLAST = Form.choice(Blast.class);
    private static final Pattern FLAP_FORMAT = Pattern.compile("(\\d{1,3}) in (\\w{1,12})");
    private static final Form<Flap> FLAP =
            new Form<>(
                    "a number of times in a time",
                    "3 in 15m",
                    USUAL_FLAP,
                    LimitsReader::flap,
                    _ -> "write it like 3 in 15m");

    /** Healed so often within so long is not healed. */
    record Flap(int count, Duration within) {}

    private LimitsReader() {}

    static Limits read(Fields spec) {
        return spec.fieldsIfAny("limits").map(LimitsReader::limits).orElse(USUAL);
    }

    private static Limits limits(Fields fields) {
        Flap flap = fields.readOr("flap", FLAP, USUAL_FLAP);
        Limits limits =
                new Limits(
                        fields.readOr("perHour", RUNS, USUAL.perHour()),
                        fields.readOr("cooldown", Durations.ANY, USUAL.cooldown()),
                        flap.count(),
                        flap.within(),
                        fields.readOr("blast", BLAST, USUAL.blast()));
        fields.noOthers();
        return limits;
    }

    private static Optional<Flap> flap(String text) {
        Matcher matcher = FLAP_FORMAT.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) < 1) {
            return Optional.empty();
        }
        return Durations.find(matcher.group(2))
                .map(within -> new Flap(Integer.parseInt(matcher.group(1)), within));
    }
}
