package dev.runside.demo.company;

import dev.runside.demo.site.Site;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the JVM of a service is started: small, and quick to start rather than quick in the long run.
 */
record ServiceCommand(Site site) {

    private static final List<String> FLAGS =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx64m",
                    "-XX:-UsePerfData",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    // One line for each of the SDK's complaints, without its stack.
                    "-Djava.util.logging.SimpleFormatter.format=%1$tF %1$tT %4$s %5$s%n");

    List<String> of(String service) {
        return with(cacheFlags(), service);
    }

    /**
     * Runs everything once and keeps what the JVM loaded and linked, which halves a start (JEP
     * 514).
     */
    List<String> rehearsal(Path cache) {
        return with(List.of("-XX:AOTCacheOutput=" + cache), "rehearsal");
    }

    private List<String> with(List<String> more, String argument) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(more);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of("dev.runside.demo.ServiceMain", argument));
        command.add(site.directory().toString());
        return command;
    }

    /**
     * A cache that does not fit is ignored by the JVM itself; without the flags it would say so.
     */
    private static List<String> cacheFlags() {
        return cache().filter(Files::isReadable)
                .map(cache -> List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off"))
                .orElse(List.of());
    }

    /** Beside the other modules' caches, where this runs from an installation. */
    static Optional<Path> cache() {
        return Stream.ofNullable(System.getProperty("runside.dist"))
                .map(dist -> Path.of(dist, "cache", "demo.aot"))
                .findFirst();
    }
}
