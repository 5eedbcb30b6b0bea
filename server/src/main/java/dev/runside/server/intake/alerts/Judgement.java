package dev.runside.server.intake.alerts;

import dev.runside.core.Ref;
import dev.runside.server.intake.log.Told;
import java.util.List;

/** What one update comes to. */
sealed interface Judgement {

    /** Nothing that is not known. */
    record Known() implements Judgement {}

    /** To be stored; without a signal where only words have changed. */
    record Changed(List<Told> told, List<Occurrence> rows) implements Judgement {}

    /** The source is not bound to it. */
    record Refused(Ref subject) implements Judgement {}
}
