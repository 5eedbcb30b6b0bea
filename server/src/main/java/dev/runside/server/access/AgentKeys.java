package dev.runside.server.access;

import dev.runside.core.Ref;
import dev.runside.server.access.Caller.PersonCaller;
import dev.runside.server.audit.Act;
import dev.runside.server.audit.Actor;
import dev.runside.server.audit.Audit;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import dev.runside.server.storage.ServerClock;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How an agent comes by its key: a person makes a token that works once, the agent exchanges it.
 */
@Component
public class AgentKeys {

    private final Tokens tokens;
    private final GrantRight rights;
    private final Audit audit;
    private final ServerClock clock;

    AgentKeys(Tokens tokens, GrantRight rights, Audit audit, ServerClock clock) {
        this.tokens = tokens;
        this.rights = rights;
        this.audit = audit;
        this.clock = clock;
    }

    /** The token with which the agent may come in; a new one ends the one before. */
    @Transactional(noRollbackFor = Problem.class)
    public IssuedToken invite(PersonCaller by, Ref agent) {
        Optional<String> refusal = rights.refusesAgent(by, agent);
        if (refusal.isPresent()) {
            throw Refusal.audited(audit, by, "agent.invite", agent, refusal.get(), clock.instant());
        }
        var issued = tokens.reissue(TokenKind.ENROL_AGENT, agent, UnaryOperator.identity());
        audit.record(
                by.actor(), Act.done("agent.invite", agent.toString(), "person"), clock.instant());
        return issued;
    }

    /**
     * The agent's key; an older one no longer works.
     *
     * @throws Problem when the token is unknown, used, expired or another agent's
     */
    @Transactional
    public IssuedToken exchange(String enrolSecret, Ref agent) {
        Token invitation = tokens.spend(TokenKind.ENROL_AGENT, enrolSecret);
        if (!invitation.subject().equals(agent)) {
            throw Problem.of(
                    ErrorCode.TOKEN_REFUSED,
                    "This token was made for another agent than " + agent + ".");
        }
        var key = tokens.reissue(TokenKind.AGENT, agent, UnaryOperator.identity());
        var actor = Actor.of(agent.toString(), invitation.id());
        audit.record(
                actor, Act.done("agent.enrol", agent.toString(), "enrol-token"), clock.instant());
        return key;
    }
}
