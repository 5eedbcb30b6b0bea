package dev.runside.cli.starter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text with {@code ${names}}, and lines that begin with {@code [choice]}, one or several, and
 * stand only when all of them are chosen.
 */
final class Template {

    private static final Pattern CHOICE = Pattern.compile("\\G\\[(\\w+)\\]");

    private final String text;
    private final Set<String> chosen = new HashSet<>();
    private final Map<String, String> values = new HashMap<>();

    private Template(String text) {
        this.text = text;
    }

    static Template named(String file) {
        try (InputStream in = Template.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("not in the jar: " + file);
            }
            return new Template(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Template choosing(String choice, boolean applies) {
        if (applies) {
            chosen.add(choice);
        }
        return this;
    }

    Template with(String name, String value) {
        values.put(name, value);
        return this;
    }

    String filled(Starter starter) {
        with("person", starter.person());
        with("product", starter.product());
        with("hop", starter.hop());
        with("service", starter.service());
        with("health", starter.health().orElse(""));
        with("command", starter.commandLine());
        return text.lines()
                .filter(this::stands)
                .map(line -> fill(CHOICE.matcher(line).replaceAll("")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private boolean stands(String line) {
        return CHOICE.matcher(line).results().allMatch(choice -> chosen.contains(choice.group(1)));
    }

    private String fill(String line) {
        String filled = line;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("${" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }
}
