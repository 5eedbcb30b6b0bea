package dev.runside.core.watch;

import java.time.Instant;

/** Whether one rule of an indicator holds, and the sentence that says why. */
sealed interface RuleState {

    record Holds(String sentence) implements RuleState {}

    /**
     * Unlike its own past.
     *
     * @param wakes whether somebody is woken for it
     */
    record Unlike(String sentence, Instant since, boolean wakes) implements RuleState {}

    record Over(String sentence) implements RuleState {}

    /** Neither: too little data to say, so what was said before stays. */
    record Unknown() implements RuleState {}
}
