package dev.runside.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The style sheet's colours: contrast as WCAG 2.2 computes it, for every pair that meets. */
class ColoursTest {

    private static final double TEXT = 4.5;
    private static final double SHAPE = 3;

    private static final Pattern TOKEN =
            Pattern.compile("--([a-z-]+): light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);");

    private static final String SHEET = read();
    private static final Map<String, List<String>> TOKENS = tokens();

    private static Stream<String> texts() {
        return Stream.concat(
                Stream.of("ink", "ink-soft", "accent", "systemic", "novel", "routine", "good")
                        .flatMap(text -> Stream.of(text + " ground", text + " surface")),
                Stream.of(
                        "ink sunken",
                        "ink neutral-soft",
                        "ink-soft neutral-soft",
                        "ink-soft sunken",
                        "ink accent-soft",
                        "ink novel-soft",
                        "ink systemic-soft",
                        "ink good-soft",
                        "ink-soft novel-soft",
                        "ink-soft systemic-soft",
                        "accent accent-soft",
                        "accent-ink accent",
                        "systemic systemic-soft",
                        "novel novel-soft",
                        "routine routine-soft",
                        "good good-soft"));
    }

    private static Stream<String> shapes() {
        return Stream.of(
                "line-strong ground",
                "line-strong surface",
                "focus ground",
                "focus surface",
                "focus novel-soft",
                "focus systemic-soft",
                "accent neutral-soft",
                "mark-path mark-ground",
                "mark-dot mark-ground");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void textCanBeRead(String pair) {
        assertContrast(pair, TEXT);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void linesAndMarksCanBeSeen(String pair) {
        assertContrast(pair, SHAPE);
    }

    @Test
    void noColourStandsOutsideTheTokens() {
        String rules = SHEET.substring(SHEET.indexOf("/* ---- Ground rules */"));

        assertThat(Pattern.compile("#[0-9a-fA-F]{3,8}\\b(?=[;, )])").matcher(rules).find())
                .isFalse();
    }

    @Test
    void everyTokenThatIsUsedExists() {
        List<String> used =
                Pattern.compile("var\\(--([a-z0-9-]+)\\)")
                        .matcher(SHEET)
                        .results()
                        .map(found -> found.group(1))
                        .distinct()
                        .toList();

        assertThat(used).isNotEmpty().allMatch(name -> SHEET.contains("--" + name + ": "));
    }

    private static void assertContrast(String pair, double least) {
        List<String> front = TOKENS.getOrDefault(pair.split(" ")[0], List.of());
        List<String> back = TOKENS.getOrDefault(pair.split(" ")[1], List.of());
        assertThat(front).hasSize(2);
        assertThat(back).hasSize(2);
        assertThat(contrast(front.getFirst(), back.getFirst()))
                .as("light")
                .isGreaterThanOrEqualTo(least);
        assertThat(contrast(front.getLast(), back.getLast()))
                .as("dark")
                .isGreaterThanOrEqualTo(least);
    }

    private static double contrast(String one, String other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(String hex) {
        return 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
    }

    private static double channel(String hex, int at) {
        double value = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static Map<String, List<String>> tokens() {
        Map<String, List<String>> tokens = new LinkedHashMap<>();
        TOKEN.matcher(SHEET)
                .results()
                .forEach(found ->
                        tokens.put(found.group(1), List.of(found.group(2), found.group(3))));
        return tokens;
    }

    private static String read() {
        try {
            return Files.readString(Path.of("src/main/resources/static/page/runside.css"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
