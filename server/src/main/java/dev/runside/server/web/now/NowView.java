package dev.runside.server.web.now;

import dev.runside.server.web.flow.Health;
import dev.runside.server.web.frame.Shell;
import dev.runside.server.web.picture.Trace;
import dev.runside.server.web.words.Named;
import dev.runside.server.web.words.Prose.Piece;
import dev.runside.server.web.words.Stamp;
import dev.runside.server.web.words.TierWord;
import java.util.List;
import java.util.Optional;

/**
 * What is going on.
 *
 * @param headline one sentence that answers "is all well?"
 * @param mood the sign that goes with the headline
 * @param started false while there is no product yet
 * @param otlpPort where telemetry is taken
 * @param watched what is watched, in one sentence
 */
public record NowView(
        Shell shell,
        String headline,
        String mood,
        boolean started,
        int otlpPort,
        List<Open> incidents,
        List<Paged> inbox,
        List<Metric> metrics,
        List<Plain> plain,
        List<Healed> healed,
        String watched,
        List<Agent> agents) {

    /**
     * A live incident.
     *
     * @param doing what is being done about it, one sentence
     * @param paged who is paged, or why nobody is
     */
    public record Open(
            long number,
            List<Piece> title,
            TierWord tier,
            boolean recovered,
            Optional<Named> owner,
            String gap,
            String paged,
            String doing,
            Optional<String> acknowledgedBy,
            List<Named> products,
            Stamp since) {}

    /**
     * A page to the signed-in person.
     *
     * @param waiting true while it wants an answer
     */
    public record Paged(
            long number, List<Piece> title, String status, boolean waiting, Stamp sent) {}

    /**
     * A product's leadership metric.
     *
     * @param value as in {@code 1,790}
     * @param unit as in {@code a minute}
     */
    public record Metric(
            Named product,
            String title,
            String value,
            String unit,
            Verdict verdict,
            Optional<String> flow,
            Trace trace) {}

    /**
     * A product without a leadership metric.
     *
     * @param state how its hops are, in a sentence
     */
    public record Plain(Named product, Optional<String> flow, Health health, String state) {}

    /**
     * @param how by which runbook, and how long it took
     */
    public record Healed(long number, List<Piece> title, String how, Stamp at) {}

    /**
     * @param state in words
     */
    public record Agent(String name, String state, boolean well, Stamp seen) {}
}
