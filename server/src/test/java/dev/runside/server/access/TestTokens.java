package dev.runside.server.access;

import dev.runside.core.Ref;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tokens of every kind, for tests of any room. */
public final class TestTokens {

    private final Tokens tokens;
    private final People people;

    private final JdbcClient database;
    private final SigningKeys signing;

    private TestTokens(Tokens tokens, People people, JdbcClient database, SigningKeys signing) {
        this.tokens = tokens;
        this.people = people;
        this.database = database;
        this.signing = signing;
    }

    public static TestTokens of(ApplicationContext server) {
        return new TestTokens(
                server.getBean(Tokens.class),
                server.getBean(People.class),
                server.getBean(JdbcClient.class),
                server.getBean(SigningKeys.class));
    }

    public String person(String name) {
        return person(name, false);
    }

    public String admin(String name) {
        return person(name, true);
    }

    /** Of a source that was connected long ago. */
    public String source(String name, String... speaksFor) {
        String token = newSource(name, speaksFor);
        database.sql("update access_token set created_at = 'epoch' where subject = :source")
                .param("source", "source:" + name)
                .update();
        return token;
    }

    public String newSource(String name, String... speaksFor) {
        var speech = new Speech(List.of(speaksFor));
        return tokens.issue(
                        TokenKind.SOURCE,
                        new Ref("source", name),
                        token -> token.speakingFor(speech))
                .secret();
    }

    /** What the source with this token signs with. */
    public SigningSecret signingSecret(String token) {
        return tokens.find(TokenKind.SOURCE, token)
                .map(found -> signing.secret(found.id()))
                .orElseGet(() -> signing.secret("none"));
    }

    /** The name of the source with this token. */
    public String sourceOf(String token) {
        return tokens.find(TokenKind.SOURCE, token)
                .map(found -> found.subject().name())
                .orElse("nobody");
    }

    public String agent(String name) {
        return tokens.issue(TokenKind.AGENT, new Ref("agent", name)).secret();
    }

    /** The value of the session cookie of a signed-in person: {@code runside_session=…}. */
    public String sessionCookie(String name) {
        person(name);
        return "runside_session=" + tokens.issue(TokenKind.SESSION, new Ref("user", name)).secret();
    }

    /** What the pages of that session carry. */
    public static String formToken(String sessionCookie) {
        return FormToken.of(sessionCookie.substring(sessionCookie.indexOf('=') + 1));
    }

    private String person(String name, boolean admin) {
        var ref = new Ref("user", name);
        people.enrol(ref, admin, Instant.EPOCH);
        return tokens.issue(TokenKind.PERSON, ref).secret();
    }
}
