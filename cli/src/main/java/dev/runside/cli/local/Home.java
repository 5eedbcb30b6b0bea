package dev.runside.cli.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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

    public Path defaultData() {
        return kept.resolve("data");
    }

    public Path demoData() {
        return kept.resolve("demo");
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
                "-Drunside.var=" + kept);
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
