package dev.runside.server.catalog.definition;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Indicator.Measure;
import dev.runside.core.catalog.Question;
import dev.runside.core.catalog.Question.Comparison;
import java.time.Duration;
import java.util.List;

/** Reads what a Prometheus is asked for an indicator. */
final class QuestionReader {

    static final Form<String> QUERY = Texts.PROMQL;
    static final Form<Comparison> COMPARISON = Form.choice(Comparison.class);
    static final Form<Double> BOUND = Form.number("a number", "0.5", _ -> true);
    static final Duration EVERY = Duration.ofSeconds(30);
    static final Duration FRESH = Duration.ofMinutes(1);

    private static final Form<Duration> INTERVAL =
            Durations.between(Duration.ofSeconds(1), Duration.ofHours(1));
    private static final Form<Duration> AGE =
            Durations.between(Duration.ofSeconds(1), Duration.ofHours(1));

    private QuestionReader() {}

    static Measure share(Fields fields) {
        boolean bad = fields.oneOf(List.of("bad", "good")).equals("bad");
        String counted = fields.readIfAny(bad ? "bad" : "good", QUERY).orElse(QUERY.standIn());
        return queried(
                fields,
                new Question.Share(
                        counted,
                        bad,
                        fields.read("total", QUERY),
                        fields.readOr("counter", Form.FLAG, true)));
    }

    static Measure threshold(Fields fields) {
        return queried(
                fields,
                new Question.Threshold(
                        fields.read("query", QUERY),
                        fields.read("op", COMPARISON),
                        fields.read("value", BOUND)));
    }

    /** The answer is of now: it cannot be too old. */
    static Measure amount(Fields fields) {
        return new Measure.Queried(
                source(fields),
                new Question.Amount(fields.read("query", Texts.SQL)),
                fields.readOr("every", INTERVAL, EVERY),
                FRESH);
    }

    private static Measure queried(Fields fields, Question question) {
        return new Measure.Queried(
                source(fields),
                question,
                fields.readOr("every", INTERVAL, EVERY),
                fields.readOr("fresh", AGE, FRESH));
    }

    private static Ref source(Fields fields) {
        return Kind.DATA_SOURCE.ref(fields.read("source", Texts.NAME));
    }
}
