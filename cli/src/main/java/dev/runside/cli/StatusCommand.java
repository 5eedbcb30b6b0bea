package dev.runside.cli;

import dev.runside.cli.client.ServerApi;
import dev.runside.cli.local.DataFolder;
import dev.runside.cli.local.Home;
import dev.runside.cli.local.Memory;
import dev.runside.cli.local.Postmaster;
import dev.runside.cli.local.RunFile;
import dev.runside.cli.local.RunningProcess;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "status",
        description = "Says what runs on a data folder, since when, and the memory it takes.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:runs and is ready", "3:does not run, or is not ready"})
final class StatusCommand implements Callable<Integer> {

    private static final int NOT_READY = 3;
    private static final String DATABASE = "database";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss z").withZone(ZoneId.systemDefault());

    @Mixin private Output output;
    @Mixin private DataOption data;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Home home = Home.current();
        DataFolder folder = data.running(home);
        Optional<RunFile> run = RunFile.findAlive(folder);
        if (run.isEmpty()) {
            output.answer(
                    Map.of("running", false, "ready", false, "data", folder.path().toString()),
                    "Nothing runs on "
                            + folder.path()
                            + ". Start it: "
                            + home.startCommand(folder));
            return NOT_READY;
        }
        return report(folder, run.get());
    }

    private int report(DataFolder folder, RunFile run) throws IOException, InterruptedException {
        boolean ready = isReady(folder, run.url());
        Map<String, Long> resident = resident(folder, run);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("running", true);
        facts.put("ready", ready);
        facts.put("url", run.url());
        facts.put("otlpUrl", run.otlpUrl());
        run.otlpGrpcUrl().ifPresent(grpc -> facts.put("otlpGrpcUrl", grpc));
        facts.put("startedAt", run.startedAt());
        run.readyAfterMs().ifPresent(after -> facts.put("readyAfterMs", after));
        facts.put("processes", run.alive());
        facts.put("residentMb", resident);
        facts.put("data", folder.path().toString());
        Optional<String> fault = folder.agentConfigFault();
        fault.ifPresent(says -> facts.put("agentConfigFault", says));
        String broken = fault.map(says -> "\n  agent.yaml is broken: " + says).orElse("");
        output.answer(facts, words(folder, run, ready, resident) + broken);
        return ready ? 0 : NOT_READY;
    }

    /** By process, the database's as one; without those of which the system tells nothing. */
    private static Map<String, Long> resident(DataFolder folder, RunFile run) throws IOException {
        Map<String, Long> resident = new LinkedHashMap<>();
        for (RunningProcess process : run.alive()) {
            process.find()
                    .ifPresent(found -> resident.put(process.name(), Memory.residentMb(found)));
        }
        Postmaster.find(folder)
                .ifPresent(found -> resident.put(DATABASE, Memory.familyMb(found.process())));
        resident.values().removeIf(mb -> mb == 0);
        return resident;
    }

    private static boolean isReady(DataFolder folder, String url) throws InterruptedException {
        try {
            return ServerApi.at(url, "", folder.trustStore()).ask("/health/ready").status() == 200;
        } catch (IOException noAnswer) {
            return false;
        }
    }

    private static String words(
            DataFolder folder, RunFile run, boolean ready, Map<String, Long> resident) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "Runside %s at %s, started %s%s"
                        .formatted(
                                ready ? "is ready" : "runs but is not ready",
                                run.url(),
                                since(run.startedAt()),
                                run.readyAfterMs()
                                        .map(after ->
                                                ", its server ready after %.1f s"
                                                        .formatted(after / 1000.0))
                                        .orElse("")));
        run.processes()
                .forEach(process -> lines.add(line(process.name(), what(process), resident)));
        if (resident.containsKey(DATABASE)) {
            lines.add(line(DATABASE, "PostgreSQL", resident));
        }
        lines.add("  telemetry  " + run.otlpUrl());
        lines.add("  data       " + folder.path());
        return String.join("\n", lines);
    }

    private static String line(String name, String what, Map<String, Long> resident) {
        String memory =
                Optional.ofNullable(resident.get(name)).map(mb -> ", " + mb + " MB").orElse("");
        return "  %-9s  %s%s".formatted(name, what, memory);
    }

    private static String what(RunningProcess process) {
        return process.lives()
                ? "process %d since %s".formatted(process.pid(), since(process.startedAt()))
                : "gone";
    }

    private static String since(Instant moment) {
        Duration age = Duration.between(moment, Instant.now());
        String ago =
                age.toHours() > 0
                        ? age.toHours() + " h " + age.toMinutesPart() + " min"
                        : age.toMinutes() > 0 ? age.toMinutes() + " min" : age.toSeconds() + " s";
        return MOMENT.format(moment) + " (" + ago + ")";
    }
}
