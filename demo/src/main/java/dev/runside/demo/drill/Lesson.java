package dev.runside.demo.drill;

import dev.runside.cli.client.ServerApi;
import dev.runside.demo.fault.Fault;
import dev.runside.demo.fault.Faults;
import dev.runside.demo.launch.Demo;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * A fault that no runbook knows: its owner has the agent restart the service three times, promotes
 * the runbook that is drafted of it, and is not paged the fourth time.
 */
final class Lesson {

    private static final int TIMES = 3;
    private static final Duration LONGEST = Duration.ofSeconds(480);
    private static final Duration TO_PAGE = Duration.ofSeconds(80);
    private static final Duration TO_DO = Duration.ofSeconds(40);
    private static final Duration TO_RECOVER = Duration.ofSeconds(75);
    private static final Duration TO_CALM = Duration.ofSeconds(20);
    private static final String SERVICE = "inventory";

    private final Demo demo;
    private final Sight sight;
    private final Consumer<String> tell;
    private final Expectation expected = Expectation.of(Fault.LEAK_CONNECTIONS);
    private final Patience patience = new Patience(LONGEST);
    private final ServerApi owner;

    Lesson(Demo demo, Sight sight, Consumer<String> tell) throws IOException {
        this.demo = demo;
        this.sight = sight;
        this.tell = tell;
        this.owner = demo.as(expected.responder());
    }

    List<Row> run() throws IOException, InterruptedException {
        List<Row> rows = new ArrayList<>();
        for (int time = 1; time <= TIMES; time++) {
            tell.accept("Breaking: leak-connections, and a person heals it, time " + time + ".");
            rows.add(byHand());
        }
        Optional<String> learnt = promoted();
        tell.accept(learnt.map(name -> "Promoted: " + name + ".").orElse("Nothing was learnt."));
        tell.accept("Breaking: leak-connections, and nobody is to be paged.");
        rows.add(new Exercise(demo, sight, patience, expected.learnt()).run());
        return rows;
    }

    private Row byHand() throws IOException, InterruptedException {
        Before before = Before.now(sight);
        new Faults(demo.site()).inject(expected.fault());
        patience.until(TO_PAGE, () -> paged(before));
        Optional<SeenIncident> incident = own(before);
        if (incident.isPresent()) {
            String path = "/api/v1/incidents/" + incident.get().id();
            owner.post(path + "/ack", Map.of());
            owner.post(path + "/exec", Map.of("service", "restart", "name", SERVICE));
            patience.until(TO_DO, () -> done(path));
            patience.until(
                    TO_RECOVER,
                    () -> own(before).filter(i -> !i.state().equals("open")).isPresent());
            owner.post(path + "/resolve", Map.of("cause", "inventory leaks connections"));
        }
        patience.until(
                TO_CALM, () -> before.newIncidents(sight).stream().noneMatch(SeenIncident::live));
        return new Judging(before, sight, expected, own(before)).row();
    }

    private boolean paged(Before before) throws IOException {
        return before.newPages(sight).stream().anyMatch(SeenPage::wakesSomebody);
    }

    private boolean done(String incident) throws IOException, InterruptedException {
        return owner.get(incident)
                .path("deeds")
                .valueStream()
                .anyMatch(deed -> deed.path("outcome").asString("").equals("done"));
    }

    private Optional<SeenIncident> own(Before before) throws IOException, InterruptedException {
        return before.newIncidents(sight).stream()
                .filter(incident -> incident.mergedInto().isEmpty())
                .findFirst();
    }

    private Optional<String> promoted() throws IOException, InterruptedException {
        Optional<JsonNode> drafted =
                owner.get("/api/v1/proposals").path("items").valueStream().findFirst();
        if (drafted.isEmpty()) {
            return Optional.empty();
        }
        String name = drafted.get().path("name").asString();
        owner.post("/api/v1/proposals/" + name + "/promote", Map.of("stage", "act"));
        return Optional.of(name);
    }
}
