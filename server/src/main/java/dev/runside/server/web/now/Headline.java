package dev.runside.server.web.now;

import dev.runside.core.triage.Incident;
import dev.runside.server.web.situation.Situation;
import dev.runside.server.web.words.Counted;
import java.util.List;

/**
 * The one sentence that answers "is all well?".
 *
 * @param title of the page, which a browser's tab shows
 * @param mood the sign that goes with it: well, failing or unwatched
 */
record Headline(String sentence, String title, String mood) {

    static Headline of(Situation situation, List<NowView.Paged> inbox) {
        List<Incident> open =
                situation.incidents().stream()
                        .filter(incident -> incident.state() == Incident.State.OPEN)
                        .toList();
        if (!open.isEmpty()) {
            long forYou = inbox.stream().filter(NowView.Paged::waiting).count();
            return new Headline(
                    Counted.of(open.size(), "incident") + " open. " + whoActs(open, forYou),
                    "(" + open.size() + ") Now",
                    "failing");
        }
        return situation.catalog().products().isEmpty()
                ? new Headline("Nothing is watched yet.", "Now", "unwatched")
                : new Headline(quiet(situation.incidents().size()), "Now", "well");
    }

    private static String quiet(int recovered) {
        return recovered == 0
                ? "All is well."
                : "All has recovered; %s to be resolved."
                        .formatted(Counted.of(recovered, "incident"));
    }

    private static String whoActs(List<Incident> open, long forYou) {
        if (forYou > 0) {
            return forYou == 1 ? "One page waits for you." : forYou + " pages wait for you.";
        }
        long taken = open.stream().filter(incident -> incident.acknowledged().isPresent()).count();
        return taken == open.size()
                ? "Somebody is on " + (taken == 1 ? "it." : "each.")
                : "Nothing waits for you.";
    }
}
