package dev.runside.server.catalog.definition;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Indicator.Measure;
import dev.runside.core.catalog.Question;

/** Questions for which nothing is said of when they are asked. */
public final class Questions {

    private Questions() {}

    public static Measure asked(Ref source, Question question) {
        return new Measure.Queried(source, question, QuestionReader.EVERY, QuestionReader.FRESH);
    }
}
