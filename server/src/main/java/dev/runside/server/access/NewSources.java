package dev.runside.server.access;

import dev.runside.core.Ref;
import dev.runside.server.access.Caller.PersonCaller;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import java.util.List;
import org.springframework.stereotype.Component;

/** First tokens of sources. Unlike a rotation, it takes nothing away from a source that speaks. */
@Component
public class NewSources {

    private final SourceTokens sources;
    private final Tokens tokens;
    private final SigningKeys signing;

    NewSources(SourceTokens sources, Tokens tokens, SigningKeys signing) {
        this.sources = sources;
        this.tokens = tokens;
        this.signing = signing;
    }

    /**
     * A source with what it proves itself by: shown once and kept nowhere.
     *
     * @param signingSecret for webhooks that sign instead of sending the token
     */
    public record NewSource(
            Ref source, List<String> speaksFor, String token, String signingSecret) {

        @Override
        public String toString() {
            return "NewSource[" + source + "]";
        }
    }

    /**
     * One at a time, so that of two the later one is refused.
     *
     * @throws Problem where a source of that name has a token, or the person may not let it speak
     */
    public synchronized NewSource make(PersonCaller by, String name, List<String> speaksFor) {
        Ref source = Subjects.source(name);
        if (tokens.current(TokenKind.SOURCE, source).isPresent()) {
            throw Problem.of(ErrorCode.CONFLICT, source + " is connected already.")
                    .withFix(
                            "Take another name, or give it a new token by `runside token source %s --for REF`: the one it has ends then."
                                    .formatted(source.name()));
        }
        Speech speech = Speech.asked(speaksFor);
        IssuedToken issued = sources.issue(by, source, speech);
        return new NewSource(
                source, speech.subjects(), issued.secret(), signing.secret(issued.id()).text());
    }
}
