package dev.runside.demo.site;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The JVM processes of the sample company, and what Runside's catalog calls them. */
public enum Role {
    GATEWAY("hop:shop/gateway"),
    CHECKOUT("hop:shop/checkout"),
    INVENTORY("hop:shop/inventory"),
    REPORTING("hop:reporting/pipeline"),
    ASSISTANT("hop:shop/assistant"),
    /** Customers are no part of the company. */
    PEOPLE("");

    private final String subject;

    Role(String subject) {
        this.subject = subject;
    }

    public String service() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The hop that the process serves, where it serves one. */
    public Optional<String> subject() {
        return subject.isEmpty() ? Optional.empty() : Optional.of(subject);
    }

    public static Role of(String service) {
        return Arrays.stream(values())
                .filter(role -> role.service().equals(service))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("there is no process '" + service + "'"));
    }
}
