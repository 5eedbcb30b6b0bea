package dev.runside.server.web.now;

import dev.runside.core.triage.Incident;
import dev.runside.server.web.situation.Situation;
import dev.runside.server.web.words.Counted;
import java.util.List;

/** The one sentence that answers "is all well?". */
record Headline(String sentence, String title, boolean calm) {

    static Headline of(Situation situation, List<NowView.Paged> inbox) {
        List<Incident> open =
                situation.incidents().stream()
                        .filter(incident -> incident.state() == Incident.State.OPEN)
                        .toList();
        long forYou = inbox.stream().filter(NowView.Paged::waiting).count();
        String title = open.isEmpty() ? "Now" : "(" + open.size() + ") Now";
        if (situation.catalog().products().isEmpty()) {
            return new Headline("Nothing is watched yet.", title, true);
        }
        if (open.isEmpty()) {
            return quiet(situation, title);
        }
        return new Headline(
                Counted.of(open.size(), "incident") + " open. " + whoActs(open, forYou),
                title,
                false);
    }

    private static Headline quiet(Situation situation, String title) {
        int recovered = situation.incidents().size();
        return recovered == 0
                ? new Headline("All is well.", title, true)
                : new Headline(
                        "All has recovered; %s to be resolved."
                                .formatted(Counted.of(recovered, "incident")),
                        title,
                        true);
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
