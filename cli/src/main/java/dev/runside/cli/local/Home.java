package dev.runside.cli.local;

import dev.runside.cli.launcher.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The installation that this command belongs to: its folder, the laid-out jars, the Java for them,
 * and where data folders lie unless another is named.
 */
public record Home(Path folder, Path dist, Path java, Path kept) {

    /** As the launcher told this process by its system properties. */
    public static Home current() {
        return new Home(
                told("runside.home"),
                told("runside.dist"),
                told("runside.java"),
                find("runside.var").orElseGet(() -> told("runside.home").resolve("var")));
    }

    /** Absent where this process was not started by the launcher. */
    public static Optional<Home> find() {
        return find("runside.home").map(_ -> current());
    }

    public Path defaultData() {
        return kept.resolve("data");
    }

    public Path demoData() {
        return kept.resolve("demo");
    }

    /** Where the demo's drill keeps what it keeps. */
    public Path drillData() {
        return demoData().resolve("drill");
    }

    /** The data folders that need not be named, in the order in which they are meant. */
    public List<DataFolder> usualData() {
        return Stream.of(defaultData(), demoData(), drillData()).map(DataFolder::new).toList();
    }

    /** The first of the usual folders on which Runside runs. */
    public Optional<DataFolder> runningData() throws IOException {
        for (DataFolder data : usualData()) {
            if (RunFile.findAlive(data).isPresent()) {
                return Optional.of(data);
            }
        }
        return Optional.empty();
    }

    public boolean isDemo(DataFolder data) {
        return data.path().startsWith(new DataFolder(demoData()).path());
    }

    /** The command that starts what runs on a data folder, as it has to be typed. */
    public String startCommand(DataFolder data) {
        if (isDemo(data)) {
            return Typed.command("demo");
        }
        boolean usual = data.equals(new DataFolder(defaultData()));
        return Typed.command(usual ? "up" : "up --data " + Typed.word(data.path()));
    }

    /** The jar of a module; its manifest names the main class and the libraries beside it. */
    public Path jar(String module) throws IOException {
        String version = Files.readString(dist.resolve("version")).strip();
        return dist.resolve("lib").resolve("runside-" + module + "-" + version + ".jar");
    }

    /** Where a module's start cache is, once {@link StartCaches} made it. */
    Path startCache(String module) {
        return dist.resolve("cache").resolve(module + ".aot");
    }

    /** What this process tells one that it starts from the same installation. */
    public List<String> asProperties() {
        return List.of(
                "-Drunside.home=" + folder,
                "-Drunside.dist=" + dist,
                "-Drunside.java=" + java,
                "-Drunside.var=" + kept,
                Typed.asProperty());
    }

    private static Path told(String property) {
        return find(property)
                .orElseThrow(
                        () -> new IllegalStateException("Start it by ./runside: no " + property));
    }

    private static Optional<Path> find(String property) {
        return Optional.ofNullable(System.getProperty(property)).map(Path::of);
    }
}
