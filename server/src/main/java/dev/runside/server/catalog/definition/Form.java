package dev.runside.server.catalog.definition;

import dev.runside.core.Ref;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * How one kind of value is written.
 *
 * @param what what it is, as in "is not a duration"
 * @param example one that is right
 * @param standIn what takes the place of one that is wrong, so that reading goes on
 * @param fix what to write instead of a wrong one
 */
record Form<T>(
        String what,
        String example,
        T standIn,
        Function<String, Optional<T>> parse,
        UnaryOperator<String> fix) {

    static final Form<Boolean> FLAG =
            new Form<>(
                    "true or false",
                    "false",
                    false,
                    text -> Optional.ofNullable(Map.of("true", true, "false", false).get(text)),
                    _ -> "write true or false");

    Optional<T> find(String text) {
        return parse.apply(text);
    }

    /** A reference of one of these kinds. */
    static Form<Ref> ref(String... kinds) {
        List<String> allowed = List.of(kinds);
        String example = allowed.getFirst() + (allowed.contains("hop") ? ":mail/relay" : ":name");
        String forms = allowed.stream().map(kind -> kind + ":…").collect(Collectors.joining(", "));
        return new Form<>(
                "a reference to " + String.join(", ", allowed),
                example,
                new Ref("unknown", "unknown"),
                text -> reference(text).filter(ref -> allowed.contains(ref.kind())),
                text ->
                        allowed.size() == 1 && Texts.NAME.find(text).isPresent()
                                ? "write " + allowed.getFirst() + ":" + text
                                : "write " + forms);
    }

    /** A constant of an enum, written small. */
    static <E extends Enum<E>> Form<E> choice(Class<E> type) {
        List<E> constants = Arrays.asList(type.getEnumConstants());
        String all = constants.stream().map(Form::word).collect(Collectors.joining(", "));
        return new Form<>(
                "one of " + all,
                word(constants.getFirst()),
                constants.getFirst(),
                text -> constants.stream().filter(one -> word(one).equals(text)).findFirst(),
                _ -> "write one of " + all);
    }

    static Form<Double> number(String what, String example, Predicate<Double> right) {
        return new Form<>(
                what,
                example,
                Double.valueOf(example),
                text -> decimal(text).filter(right),
                _ -> "write a number such as " + example);
    }

    static Form<Integer> count(int least, int most) {
        String what = "a whole number from " + least + " to " + most;
        return new Form<>(
                what,
                String.valueOf(Math.max(least, 1)),
                least,
                text ->
                        Optional.of(text)
                                .filter(digits -> digits.matches("\\d{1,9}"))
                                .map(Integer::valueOf)
                                .filter(number -> number >= least && number <= most),
                _ -> "write " + what);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<Ref> reference(String text) {
        try {
            return Optional.of(Ref.parse(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<Double> decimal(String text) {
        return Optional.of(text)
                .filter(digits -> digits.matches("-?\\d{1,9}(\\.\\d{1,9})?"))
                .map(Double::valueOf);
    }
}
