package dev.runside.server.access;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a token is for: told by its prefix, bounded in time, some used only once. */
enum TokenKind {
    PERSON("rs_person_", Duration.ofDays(365), false),
    SOURCE("rs_source_", Duration.ofDays(3650), false),
    AGENT("rs_agent_", Duration.ofDays(3650), false),
    SESSION("rs_session_", Duration.ofDays(7), false),
    FIRST("rs_first_", Duration.ofDays(3650), true),
    ENROL_PERSON("rs_enrol_", Duration.ofDays(7), true),
    ENROL_AGENT("rs_enrolagent_", Duration.ofDays(7), true),
    LOGIN("rs_login_", Duration.ofMinutes(10), true);

    private final String prefix;
    private final Duration life;
    private final boolean once;

    TokenKind(String prefix, Duration life, boolean once) {
        this.prefix = prefix;
        this.life = life;
        this.once = once;
    }

    String prefix() {
        return prefix;
    }

    Duration life() {
        return life;
    }

    boolean once() {
        return once;
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static TokenKind ofColumn(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT));
    }

    static Optional<TokenKind> of(String secret) {
        return Arrays.stream(values()).filter(kind -> secret.startsWith(kind.prefix)).findFirst();
    }
}
