package dev.runside.server.access;

import dev.runside.core.Ref;
import dev.runside.server.audit.Actor;

/** Who sent the request, proven. A handler takes the kind it serves as an argument. */
public sealed interface Caller {

    Actor actor();

    /** True when a route open to {@code who} is open to this caller. */
    boolean is(Who who);

    /**
     * @param admin may do what no charter covers yet; every such act is audited
     */
    record PersonCaller(Ref person, boolean admin, Proof proof) implements Caller {

        @Override
        public Actor actor() {
            return Actor.of(person.toString(), proof.token());
        }

        @Override
        public boolean is(Who who) {
            return who == Who.PERSON || (who == Who.ADMIN && admin);
        }
    }

    record SourceCaller(Ref source, Speech speech, String token) implements Caller {

        @Override
        public Actor actor() {
            return Actor.of(source.toString(), token);
        }

        @Override
        public boolean is(Who who) {
            return who == Who.SOURCE;
        }

        /**
         * True when this source may report about the subject; a flow or an indicator counts as its
         * product.
         */
        public boolean speaksFor(Ref subject) {
            return speech.covers(subject);
        }
    }

    record AgentCaller(Ref agent, String token) implements Caller {

        @Override
        public Actor actor() {
            return Actor.of(agent.toString(), token);
        }

        @Override
        public boolean is(Who who) {
            return who == Who.AGENT;
        }
    }

    /** Somebody on this machine who can read its secrets. */
    record LocalCaller() implements Caller {

        @Override
        public Actor actor() {
            return Actor.of("local:key", "");
        }

        @Override
        public boolean is(Who who) {
            return who == Who.LOCAL_KEY;
        }
    }
}
