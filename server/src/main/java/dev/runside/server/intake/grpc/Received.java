package dev.runside.server.intake.grpc;

import dev.runside.server.intake.body.Bodies.Body;
import dev.runside.server.problem.Problem;

/** A request as it came in. */
sealed interface Received {

    record Whole(Body body) implements Received {}

    record Refused(Problem problem) implements Received {}

    /** Makes room for others. */
    default void release() {
        switch (this) {
            case Whole(Body body) -> body.close();
            case Refused _ -> {}
        }
    }
}
