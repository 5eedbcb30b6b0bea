package dev.runside.bench.estate;

import dev.runside.bench.rig.Signals;
import dev.runside.bench.rig.Until;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The small company of {@code estate/}, its Prometheus in a hurry. */
final class Company implements AutoCloseable {

    private static final Duration READ_AGAIN = Duration.ofSeconds(20);

    private final Path program;
    private final Path folder;

    private Company(Path program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    /** Returns when it answers. */
    static Company in(Path root, Path folder) throws IOException, InterruptedException {
        var company = new Company(root.resolve("estate/estate"), folder);
        try {
            company.estate("up");
            return company;
        } catch (IOException | InterruptedException e) {
            company.close();
            throw e;
        }
    }

    /** It scrapes and judges every second, and an alert waits no longer than that. */
    void hurryPrometheus() throws IOException {
        for (String name : List.of("prometheus.yml", "rules.yml")) {
            Path file = folder.resolve(name);
            Files.writeString(
                    file, Files.readString(file).replace(": 5s", ": 1s").replace(": 10s", ": 1s"));
        }
    }

    Path prometheusFile() {
        return folder.resolve("prometheus.yml");
    }

    /** Returns when it follows its files as they are now. */
    void prometheusReadsAgain() throws IOException, InterruptedException {
        Path log = folder.resolve("log/prometheus.log");
        long before = readings(log);
        Signals.hangUp(process("prometheus"));
        Until.holds("Prometheus follows its files", READ_AGAIN, () -> readings(log) > before);
    }

    private static long readings(Path log) throws IOException {
        return Files.readAllLines(log).stream()
                .filter(line -> line.contains("Completed loading of configuration file"))
                .count();
    }

    /** As it is now: whoever starts it again writes another pid. */
    ProcessHandle process(String name) throws IOException {
        String pid = Files.readAllLines(pidFile(name)).getFirst().strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    Path pidFile(String name) {
        return folder.resolve("run").resolve(name + ".pid");
    }

    /** What the agent starts it by again: the line of {@code estate/estate}. */
    List<String> webCommand() {
        return List.of(
                "/usr/sbin/nginx",
                "-p",
                folder.toString(),
                "-e",
                folder.resolve("log/web.log").toString(),
                "-c",
                folder.resolve("nginx.conf").toString());
    }

    Path folder() {
        return folder;
    }

    int port(String name) throws IOException {
        Map<String, String> ports =
                Files.readAllLines(folder.resolve("ports")).stream()
                        .map(line -> line.split("=", 2))
                        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
        return Integer.parseInt(ports.get(name));
    }

    private void estate(String verb) throws IOException, InterruptedException {
        Path log = folder.resolveSibling("estate.log");
        int exit =
                new ProcessBuilder(program.toString(), verb, folder.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start()
                        .waitFor();
        if (exit != 0) {
            throw new IOException("estate %s: %s".formatted(verb, Files.readString(log)));
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        estate("down");
    }
}
