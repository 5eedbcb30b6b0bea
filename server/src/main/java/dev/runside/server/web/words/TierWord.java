package dev.runside.server.web.words;

import dev.runside.core.triage.Tier;

/**
 * A tier in a word, with the style and the sign that go with it: never by colour alone.
 *
 * @param style the class in the style sheet
 * @param meaning one short sentence
 */
public record TierWord(String word, String style, String meaning) {

    public static TierWord of(Tier tier) {
        return switch (tier) {
            case ROUTINE ->
                    new TierWord("Routine", "routine", "a known failure that a runbook heals");
            case NOVEL -> new TierWord("Novel", "novel", "no runbook fits; within one product");
            case SYSTEMIC -> new TierWord("Systemic", "systemic", "spreads beyond one product");
        };
    }
}
