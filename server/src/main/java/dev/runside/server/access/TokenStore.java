package dev.runside.server.access;

import dev.runside.core.Ref;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of tokens. */
@Component
class TokenStore {

    private final JdbcClient database;
    private final KnownTokens known = new KnownTokens();

    TokenStore(JdbcClient database) {
        this.database = database;
    }

    void add(Token token, byte[] hash, Instant now) {
        database.sql(
                        """
                        insert into access_token (id, kind, subject, hash, speaks_for, created_at, expires_at)
                        values (:id, :kind, :subject, :hash, :speaksFor, :now, :expires)
                        """)
                .param("id", token.id())
                .param("kind", token.kind().column())
                .param("subject", token.subject().toString())
                .param("hash", hash)
                .param("speaksFor", token.speaksFor().toArray(String[]::new))
                .param("now", at(now))
                .param("expires", at(token.expiresAt()))
                .update();
    }

    Optional<Token> find(TokenKind kind, byte[] hash, Instant now) {
        return known.find(kind, hash, now, () -> lookUp(kind, hash, now));
    }

    private Optional<Token> lookUp(TokenKind kind, byte[] hash, Instant now) {
        return database.sql(
                        """
                        select * from access_token
                         where hash = :hash and kind = :kind and ended_at is null and expires_at > :now
                        """)
                .param("hash", hash)
                .param("kind", kind.column())
                .param("now", at(now))
                .query(TokenStore::token)
                .optional();
    }

    Optional<Token> current(TokenKind kind, Ref subject, Instant now) {
        return database.sql(
                        """
                        select * from access_token
                         where kind = :kind and subject = :subject and ended_at is null and expires_at > :now
                         order by created_at desc limit 1
                        """)
                .param("kind", kind.column())
                .param("subject", subject.toString())
                .param("now", at(now))
                .query(TokenStore::token)
                .optional();
    }

    /** Finds and uses up in one statement: of two at the same time one wins. */
    Optional<Token> spend(TokenKind kind, byte[] hash, Instant now) {
        return database.sql(
                        """
                        update access_token set ended_at = :now
                         where hash = :hash and kind = :kind and ended_at is null and expires_at > :now
                        returning *
                        """)
                .param("hash", hash)
                .param("kind", kind.column())
                .param("now", at(now))
                .query(TokenStore::token)
                .optional();
    }

    /** Ends all tokens of a kind that a subject holds. */
    void end(TokenKind kind, Ref subject, Instant now) {
        database.sql(
                        """
                        update access_token set ended_at = :now
                         where kind = :kind and subject = :subject and ended_at is null
                        """)
                .param("kind", kind.column())
                .param("subject", subject.toString())
                .param("now", at(now))
                .update();
        known.forget();
    }

    void end(String id, Instant now) {
        database.sql("update access_token set ended_at = :now where id = :id and ended_at is null")
                .param("id", id)
                .param("now", at(now))
                .update();
        known.forget();
    }

    private static Token token(ResultSet row, int number) throws SQLException {
        return new Token(
                row.getString("id"),
                TokenKind.ofColumn(row.getString("kind")),
                Ref.parse(row.getString("subject")),
                List.of((String[]) row.getArray("speaks_for").getArray()),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
