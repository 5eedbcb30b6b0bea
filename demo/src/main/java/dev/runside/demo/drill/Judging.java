package dev.runside.demo.drill;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Compares what was seen with what was expected, sentence by sentence. */
record Judging(Before before, Sight sight, Expectation expected, Optional<SeenIncident> own) {

    private static final double NEVER = -1;

    Row row() throws IOException, InterruptedException {
        List<SeenPage> pages =
                before.newPages(sight).stream().filter(SeenPage::wakesSomebody).toList();
        List<String> extra = new ArrayList<>();
        own.ifPresentOrElse(
                incident -> judge(incident, extra), () -> extra.add("no incident was opened"));
        others(extra);
        paged(pages, extra);
        Optional<Instant> acted =
                expected.healsItself()
                        ? own.flatMap(SeenIncident::remedyStarted)
                        : pages.stream().map(SeenPage::receivedAt).findFirst();
        Optional<Instant> verified =
                expected.healsItself()
                        ? own.flatMap(SeenIncident::verified)
                        : own.flatMap(incident -> incident.time("recoveredAt"));
        return new Row(
                expected.fault().id(),
                expected.tier(),
                own.map(SeenIncident::tier).orElse("none"),
                own.map(SeenIncident::owner).orElse(""),
                everybody(pages),
                own.map(SeenIncident::informed).orElse(Set.of()),
                seconds(own.flatMap(incident -> incident.time("detectedAt"))),
                seconds(acted),
                seconds(verified),
                List.copyOf(extra));
    }

    private void judge(SeenIncident incident, List<String> extra) {
        same("tier", expected.tier(), incident.tier(), extra);
        same("owner", expected.owner(), incident.owner(), extra);
        same("suspect", expected.suspect(), incident.suspectedAt(), extra);
        same("seam", expected.seam().orElse(""), incident.seam().orElse(""), extra);
        contains("facets", expected.facets(), incident.facets(), extra);
        contains("informed", expected.informed(), incident.informed(), extra);
        Set<String> findings = incident.findingKinds().collect(Collectors.toSet());
        contains("findings", Set.of(expected.symptom()), findings, extra);
        if (incident.live()) {
            extra.add("#" + incident.number() + " is still " + incident.state());
        }
        runs(incident, extra);
    }

    private void runs(SeenIncident incident, List<String> extra) {
        List<String> phases =
                incident.runs().stream().map(run -> run.path("phase").asString("")).toList();
        List<String> wanted = expected.healsItself() ? List.of("verified") : List.of();
        if (!phases.equals(wanted)) {
            extra.add("runs expected " + wanted + ", seen " + described(incident.runs()));
        }
    }

    private static List<String> described(List<JsonNode> runs) {
        return runs.stream()
                .map(run -> run.path("runbook").asString("") + " " + run.path("phase").asString(""))
                .toList();
    }

    private void others(List<String> extra) throws IOException, InterruptedException {
        for (SeenIncident other : before.newIncidents(sight)) {
            boolean ours =
                    own.filter(incident ->
                                    other.id().equals(incident.id())
                                            || other.mergedInto()
                                                    .equals(Optional.of(incident.id())))
                            .isPresent();
            if (!ours) {
                extra.add("another incident: #" + other.number() + " " + other.title());
            }
        }
    }

    private void paged(List<SeenPage> pages, List<String> extra) {
        if (!everybody(pages).equals(expected.paged())) {
            extra.add("paged expected " + expected.paged() + ", seen " + everybody(pages));
        }
        pages.stream()
                .filter(page -> own.filter(o -> o.id().equals(page.incident())).isEmpty())
                .forEach(page -> extra.add("a page about something else: " + page.title()));
        if (pages.size() > 1) {
            extra.add(pages.size() + " pages went out, one is enough");
        }
    }

    private static Set<String> everybody(List<SeenPage> pages) {
        return pages.stream()
                .flatMap(page -> page.to().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void same(String what, String wanted, String seen, List<String> extra) {
        if (!wanted.equals(seen)) {
            extra.add("%s expected %s, seen %s".formatted(what, orNone(wanted), orNone(seen)));
        }
    }

    private static String orNone(String text) {
        return text.isEmpty() ? "none" : text;
    }

    private static void contains(
            String what, Set<String> wanted, Set<String> seen, List<String> extra) {
        if (!seen.containsAll(wanted)) {
            extra.add("%s expected %s, seen %s".formatted(what, wanted, seen));
        }
    }

    private double seconds(Optional<Instant> at) {
        return at.map(time ->
                        Math.round(Duration.between(before.at(), time).toMillis() / 10.0) / 100.0)
                .orElse(NEVER);
    }
}
