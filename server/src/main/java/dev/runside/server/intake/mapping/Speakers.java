package dev.runside.server.intake.mapping;

import dev.runside.server.access.Caller;
import dev.runside.server.access.Caller.AgentCaller;
import dev.runside.server.access.Caller.LocalCaller;
import dev.runside.server.access.Caller.PersonCaller;
import dev.runside.server.access.Caller.SourceCaller;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;

/** What each kind of caller may report on. */
public final class Speakers {

    private Speakers() {}

    /** A source what its token says; an agent any hop or system, and itself. */
    public static Speaker of(Caller caller) {
        return switch (caller) {
            case SourceCaller source -> new Speaker(source.source(), source::speaksFor);
            case AgentCaller agent ->
                    new Speaker(
                            agent.agent(),
                            subject -> subject.onPath() || subject.equals(agent.agent()));
            case PersonCaller _, LocalCaller _ ->
                    throw Problem.of(
                            ErrorCode.NOT_ALLOWED, "Only sources and agents report signals.");
        };
    }
}
