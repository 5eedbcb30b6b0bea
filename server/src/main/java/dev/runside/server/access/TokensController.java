package dev.runside.server.access;

import dev.runside.server.access.Caller.LocalCaller;
import dev.runside.server.access.Caller.PersonCaller;
import dev.runside.server.problem.Input;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tokens of sources and agents, and the way back in. */
@RestController
@RequestMapping(path = "/api/v1", produces = "application/json")
class TokensController {

    private final SourceTokens sources;
    private final AgentKeys agents;
    private final Recovery recovery;
    private final SigningKeys signing;

    TokensController(
            SourceTokens sources, AgentKeys agents, Recovery recovery, SigningKeys signing) {
        this.sources = sources;
        this.agents = agents;
        this.recovery = recovery;
        this.signing = signing;
    }

    record SourceRequest(String name, List<String> speaksFor) {
        SourceRequest {
            Input.required(name, "name");
            speaksFor = speaksFor == null ? List.of() : List.copyOf(speaksFor);
        }
    }

    /**
     * @param signingSecret for webhooks that sign instead of sending the token
     */
    record SourceToken(String source, List<String> speaksFor, String token, String signingSecret) {}

    record AgentRequest(String agent) {
        AgentRequest {
            Input.required(agent, "agent");
        }
    }

    record AgentInvitation(String agent, String token, Instant expiresAt) {}

    record FirstTokenAgain(String token) {}

    @Allow(Who.PERSON)
    @PostMapping("/sources")
    SourceToken source(PersonCaller caller, @RequestBody SourceRequest request) {
        var speech = Speech.asked(request.speaksFor());
        var issued = sources.issue(caller, Subjects.source(request.name()), speech);
        return new SourceToken(
                issued.subject().toString(),
                speech.subjects(),
                issued.secret(),
                signing.secret(issued.id()).text());
    }

    @Allow(Who.PERSON)
    @PostMapping("/agents/enroll-tokens")
    AgentInvitation agent(PersonCaller caller, @RequestBody AgentRequest request) {
        var issued = agents.invite(caller, Subjects.agent(request.agent()));
        return new AgentInvitation(
                issued.subject().toString(), issued.secret(), issued.expiresAt());
    }

    @Allow(Who.LOCAL_KEY)
    @PostMapping("/admin/recover")
    FirstTokenAgain recover(LocalCaller caller) {
        return new FirstTokenAgain(recovery.recover(caller).secret());
    }
}
