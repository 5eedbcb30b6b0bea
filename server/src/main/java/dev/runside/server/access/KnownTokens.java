package dev.runside.server.access;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tokens that were looked up a moment ago: sources and agents show theirs thousands of times a
 * second. When any token ends all are forgotten, at once and again when that is committed, so that
 * a token that has ended opens nothing from then on.
 */
final class KnownTokens {

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int MOST = 1_000;

    private final Map<Shown, Found> known = new ConcurrentHashMap<>();
    private final AtomicLong generation = new AtomicLong();

    private record Shown(TokenKind kind, ByteBuffer hash) {}

    private record Found(Token token, Instant at) {

        boolean holds(Instant now) {
            return now.isBefore(at.plus(LONGEST)) && token.expiresAt().isAfter(now);
        }
    }

    /** From memory, else as it is looked up; one that opens nothing is looked up each time. */
    Optional<Token> find(
            TokenKind kind, byte[] hash, Instant now, Supplier<Optional<Token>> lookedUp) {
        if (kind != TokenKind.SOURCE && kind != TokenKind.AGENT) {
            return lookedUp.get();
        }
        var shown = new Shown(kind, ByteBuffer.wrap(hash));
        Found found = known.get(shown);
        if (found != null && found.holds(now)) {
            return Optional.of(found.token());
        }
        long before = generation.get();
        Optional<Token> token = lookedUp.get();
        token.ifPresent(fresh -> keep(shown, new Found(fresh, now), before));
        return token;
    }

    /** What was looked up while a token ended may be of before: it is not kept. */
    private synchronized void keep(Shown shown, Found found, long before) {
        if (generation.get() != before) {
            return;
        }
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(shown, found);
    }

    /** A token has ended, or does so with the transaction that is open. */
    void forget() {
        clear();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void afterCommit() {
                            clear();
                        }
                    });
        }
    }

    private synchronized void clear() {
        generation.incrementAndGet();
        known.clear();
    }
}
