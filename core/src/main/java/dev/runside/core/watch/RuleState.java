package dev.runside.core.watch;

/** Whether one rule of an indicator holds, and the sentence that says why. */
sealed interface RuleState {

    record Holds(String sentence) implements RuleState {}

    record Over(String sentence) implements RuleState {}

    /** Neither: too little data to say, so what was said before stays. */
    record Unknown() implements RuleState {}
}
