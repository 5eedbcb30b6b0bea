package dev.runside.server.access;

import dev.runside.server.storage.DataDirectory;
import dev.runside.server.storage.SecretFile;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The token that enrols the first person: made at the first start, dead once used, made again only
 * by the local key.
 */
@Component
class FirstToken implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(FirstToken.class);

    private final Tokens tokens;
    private final People people;
    private final SecretFile file;

    FirstToken(Tokens tokens, People people, DataDirectory directory) {
        this.tokens = tokens;
        this.people = people;
        this.file = directory.handout("first-token");
    }

    @Override
    @Transactional
    public void afterSingletonsInstantiated() {
        if (people.none() && !fileWorks()) {
            file.write(issue().secret());
            log.info(
                    "Nobody is enrolled yet: the token for the first person is in {}", file.path());
        }
    }

    /** A new one; an older one no longer works. */
    IssuedToken issue() {
        return tokens.reissue(TokenKind.FIRST, Subjects.FIRST, UnaryOperator.identity());
    }

    /** To be called once the token is used up. */
    void used() {
        file.delete();
    }

    private boolean fileWorks() {
        return file.read().flatMap(secret -> tokens.find(TokenKind.FIRST, secret)).isPresent();
    }
}
