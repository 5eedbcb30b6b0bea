package dev.runside.agent.config;

import java.nio.file.Path;

/** Something in {@code agent.yaml} that a person has to put right. */
public final class ConfigException extends Exception {

    private static final long serialVersionUID = 1L;

    ConfigException(Path file, int line, String field, String problem, String fix) {
        super("%s:%d: %s: %s. %s".formatted(file, line, field, problem, fix));
    }

    ConfigException(Path file, String problem, String fix) {
        super("%s: %s. %s".formatted(file, problem, fix));
    }
}
