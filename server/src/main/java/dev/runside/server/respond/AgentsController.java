package dev.runside.server.respond;

import dev.runside.core.Ref;
import dev.runside.server.access.AgentKeys;
import dev.runside.server.access.Allow;
import dev.runside.server.access.Caller.AgentCaller;
import dev.runside.server.access.Who;
import dev.runside.server.problem.Input;
import dev.runside.server.respond.AgentMessages.Enrolled;
import dev.runside.server.respond.AgentMessages.Enrolment;
import dev.runside.server.respond.AgentMessages.Poll;
import dev.runside.server.respond.AgentMessages.PollAnswer;
import dev.runside.server.respond.AgentMessages.Report;
import dev.runside.server.respond.card.CardKey;
import dev.runside.server.storage.Epoch;
import java.util.concurrent.CompletionException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where agents come in, ask for work, and say what became of it. */
@RestController
@RequestMapping(path = "/api/v1/agents", produces = "application/json")
class AgentsController {

    private final AgentKeys keys;
    private final CardKey cardKey;
    private final AgentDesk desk;
    private final CardRound cards;
    private final Epoch epoch;

    AgentsController(
            AgentKeys keys, CardKey cardKey, AgentDesk desk, CardRound cards, Epoch epoch) {
        this.keys = keys;
        this.cardKey = cardKey;
        this.desk = desk;
        this.cards = cards;
        this.epoch = epoch;
    }

    /** The token in the body is the proof; it works once. */
    @Allow(Who.OPEN)
    @PostMapping("/enroll")
    Enrolled enrol(@RequestBody Enrolment enrolment) {
        var issued = keys.exchange(enrolment.token(), agent(enrolment.name()));
        return new Enrolled(issued.subject().toString(), issued.secret(), cardKey.published());
    }

    /** Answers at once when there is a step, else after ten seconds. */
    @Allow(Who.AGENT)
    @PostMapping("/poll")
    PollAnswer poll(AgentCaller caller, @RequestBody Poll poll) throws InterruptedException {
        try {
            var work = desk.poll(caller.agent(), poll, poll.atWork());
            return new PollAnswer(
                    epoch.current(),
                    work.hold(),
                    work.step().orElse(null),
                    cards.newFor(caller.agent()).orElse(null));
        } catch (CompletionException failed) {
            throw unwrapped(failed);
        }
    }

    /** What is known already is taken again and changes nothing. */
    @Allow(Who.AGENT)
    @PostMapping("/report")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void report(AgentCaller caller, @RequestBody Report report) {
        try {
            desk.report(caller.agent(), report);
        } catch (CompletionException failed) {
            throw unwrapped(failed);
        }
    }

    private static RuntimeException unwrapped(CompletionException failed) {
        return failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }

    private static Ref agent(String name) {
        try {
            Ref ref = name.indexOf(':') < 0 ? new Ref("agent", name) : Ref.parse(name);
            if (ref.is("agent")) {
                return ref;
            }
        } catch (IllegalArgumentException malformed) {
            throw Input.wrong("name", String.valueOf(malformed.getMessage()));
        }
        throw Input.wrong("name", "'" + name + "' is not an agent");
    }
}
