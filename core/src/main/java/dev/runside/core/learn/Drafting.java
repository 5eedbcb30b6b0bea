package dev.runside.core.learn;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Action;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Indicator;
import dev.runside.core.catalog.Runbook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes the runbook that resolutions have in common, and says what it lacks. */
final class Drafting {

    private static final int LONGEST_NAME = 40;
    private static final double USUAL_GOOD = 0.95;
    private static final int ENOUGH = 30;
    private static final Duration VERIFIED_WITHIN = Duration.ofSeconds(60);
    private static final Duration ROOM = Duration.ofSeconds(60);
    private static final Runbook.Limits LIMITS =
            new Runbook.Limits(
                    3, Duration.ofSeconds(60), 3, Duration.ofMinutes(15), Runbook.Blast.PRODUCT);

    private final Catalog catalog;
    private final List<Resolution> from;
    private final Resolution newest;
    private final Optional<Resolution.Trigger> trigger;
    private final List<String> missing = new ArrayList<>();

    /**
     * @param from that agree in cause, seam and steps, oldest first
     */
    Drafting(Catalog catalog, List<Resolution> from) {
        this.catalog = catalog;
        this.from = from;
        this.newest = from.getLast();
        this.trigger = common(from);
    }

    /** A runbook, and what a person has to add to it. */
    record Drafted(Runbook runbook, List<String> missing) {}

    Drafted draft(String name, Ref product, Ref keeper) {
        List<Runbook.Step> remedy = remedy();
        Runbook.Verify verify = verify(product);
        Duration pageBy =
                remedy.stream()
                        .map(Runbook.Step::timeout)
                        .reduce(VERIFIED_WITHIN.plus(ROOM), Duration::plus);
        Runbook runbook =
                new Runbook(
                        name,
                        product,
                        keeper,
                        Runbook.Stage.OBSERVE,
                        when(),
                        diagnose(),
                        remedy,
                        verify,
                        List.of(),
                        LIMITS,
                        pageBy,
                        notes(),
                        "");
        return new Drafted(runbook, missing);
    }

    /** A name made of the cause, and another where that is taken. */
    static String name(String cause, java.util.function.Predicate<String> taken) {
        String plain =
                Resolution.plain(cause).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String cut =
                plain.substring(0, Math.min(plain.length(), LONGEST_NAME)).replaceFirst("-$", "");
        String name = "learned-" + (cut.isEmpty() ? "remedy" : cut);
        return Stream.iterate(1, number -> number + 1)
                .map(number -> number == 1 ? name : name + "-" + number)
                .filter(each -> !taken.test(each))
                .findFirst()
                .orElseThrow();
    }

    private String when() {
        String suspect = "incident.suspect == \"%s\"".formatted(newest.suspect());
        if (trigger.isEmpty()) {
            missing.add(
                    "when: no finding at %s was there each time; say which one this heals"
                            .formatted(newest.suspect()));
            return suspect;
        }
        String kind = suspect + " && finding.kind == \"%s\"".formatted(trigger.get().kind());
        String object = trigger.get().object();
        return object.isEmpty() || !from.stream().allMatch(each -> has(each, trigger.get()))
                ? kind
                : kind + " && finding.object == \"%s\"".formatted(quoted(object));
    }

    /** The first that was there each time; at best of the same object, too. */
    private static Optional<Resolution.Trigger> common(List<Resolution> from) {
        List<Resolution.Trigger> newest = from.getLast().triggers();
        return newest.stream()
                .filter(trigger -> from.stream().allMatch(each -> has(each, trigger)))
                .findFirst()
                .or(() ->
                        newest.stream()
                                .filter(trigger ->
                                        from.stream().allMatch(each -> hasKind(each, trigger)))
                                .findFirst());
    }

    private static boolean has(Resolution resolution, Resolution.Trigger trigger) {
        return resolution.triggers().contains(trigger);
    }

    private static boolean hasKind(Resolution resolution, Resolution.Trigger trigger) {
        return resolution.triggers().stream().anyMatch(each -> each.kind().equals(trigger.kind()));
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /** Looks at the services that the remedy acts on. */
    private List<Runbook.Step> diagnose() {
        TreeSet<String> services = new TreeSet<>();
        newest.did()
                .forEach(deed -> {
                    if (deed.action() instanceof Action.Service service) {
                        services.add(service.name());
                    }
                });
        if (services.isEmpty()) {
            missing.add("diagnose: nothing was looked at; say what shows that this is the failure");
        }
        return services.stream()
                .map(service ->
                        new Runbook.Step(
                                "state_" + service.replaceAll("[^A-Za-z0-9]+", "_"),
                                Optional.empty(),
                                new Action.Service(Action.Verb.STATUS, service),
                                Duration.ofSeconds(5),
                                true))
                .toList();
    }

    private List<Runbook.Step> remedy() {
        return IntStream.range(0, newest.did().size()).mapToObj(this::step).toList();
    }

    private Runbook.Step step(int at) {
        String id = "step_" + (at + 1);
        Action action = newest.did().get(at).action();
        long kinds = from.stream().map(each -> each.did().get(at).action()).distinct().count();
        if (kinds > 1) {
            missing.add(
                    "remedy: %s was not the same each time: %s"
                            .formatted(
                                    id,
                                    String.join(
                                            "; ",
                                            from.stream()
                                                    .map(each ->
                                                            each.did().get(at).action().sentence())
                                                    .toList())));
        }
        Duration timeout =
                from.stream()
                        .map(each -> each.did().get(at).timeout())
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
        return new Runbook.Step(id, Optional.empty(), action, timeout, action.idempotent());
    }

    /** By the indicator that raised it, or else by one of the suspect that tells good from bad. */
    private Runbook.Verify verify(Ref product) {
        Optional<Indicator> indicator =
                trigger.flatMap(Resolution.Trigger::indicator)
                        .map(catalog.indicators()::get)
                        .filter(Indicator::hasShares)
                        .or(() -> at(newest.suspect()))
                        .or(() -> of(product));
        if (indicator.isEmpty()) {
            missing.add(
                    "verify: no indicator of %s tells good from bad; say which one shows that it helped"
                            .formatted(product));
        }
        return new Runbook.Verify(
                indicator.map(Indicator::name).orElse(""),
                indicator.flatMap(Indicator::objective).orElse(USUAL_GOOD),
                ENOUGH,
                Duration.ZERO,
                VERIFIED_WITHIN);
    }

    private Optional<Indicator> at(Ref subject) {
        return withShares().filter(each -> each.subject().equals(subject)).findFirst();
    }

    private Optional<Indicator> of(Ref product) {
        return withShares()
                .filter(each ->
                        catalog.productOf(each.subject()).filter(product::equals).isPresent())
                .findFirst();
    }

    private Stream<Indicator> withShares() {
        return catalog.indicators().values().stream().filter(Indicator::hasShares);
    }

    private String notes() {
        return "Learned from %s: %s."
                .formatted(
                        String.join(", ", from.stream().map(each -> "#" + each.number()).toList()),
                        newest.cause().strip().replaceFirst("[.]$", ""));
    }
}
