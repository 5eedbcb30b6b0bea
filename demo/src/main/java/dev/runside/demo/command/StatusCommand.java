package dev.runside.demo.command;

import dev.runside.demo.company.Company;
import dev.runside.demo.service.Reply;
import dev.runside.demo.service.Upstream;
import dev.runside.demo.service.Versions;
import dev.runside.demo.site.Site;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "status",
        description = "Says which of the demo's processes run, and how its people fare.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    @Mixin private Output output = new Output();
    @Mixin private Where where = new Where();

    /**
     * @param since when its process started; empty where there is none
     */
    private record Line(String service, boolean runs, long pid, String since, String version) {

        String words() {
            return "%-10s %s"
                    .formatted(
                            service,
                            runs
                                    ? "version " + version + ", pid " + pid + ", since " + since
                                    : "gone");
        }
    }

    @Override
    public Integer call() throws IOException {
        Site site = where.site();
        List<Line> lines = new ArrayList<>();
        for (String service : Company.names().reversed()) {
            lines.add(line(site, service));
        }
        JsonNode tally = tally(site);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("runside", site.runside().toString());
        facts.put("services", lines);
        facts.put("people", tally);
        output.answer(facts, words(site, lines, tally));
        return 0;
    }

    private static Line line(Site site, String service) throws IOException {
        String version = Versions.of(site, service);
        return new Company(site)
                .process(service)
                .find()
                .map(process -> new Line(service, true, process.pid(), since(process), version))
                .orElseGet(() -> new Line(service, false, 0, "", version));
    }

    private static String since(ProcessHandle process) {
        return process.info().startInstant().map(Object::toString).orElse("");
    }

    private static JsonNode tally(Site site) {
        Upstream people = new Upstream(site.address("people"), Duration.ofSeconds(1));
        return people.get("/tally") instanceof Reply.Answered answered
                ? answered.json()
                : JsonMapper.shared().createObjectNode();
    }

    private static String words(Site site, List<Line> lines, JsonNode tally) {
        return "Runside    "
                + site.runside()
                + "\n"
                + lines.stream().map(Line::words).collect(Collectors.joining("\n"))
                + "\norders     %d placed, %d failed; tickets %d"
                        .formatted(
                                tally.path("orders").asLong(0),
                                tally.path("failedOrders").asLong(0),
                                tally.path("tickets").asLong(0));
    }
}
