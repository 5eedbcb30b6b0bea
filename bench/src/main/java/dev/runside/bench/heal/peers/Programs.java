package dev.runside.bench.heal.peers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the peers' programs are. */
public record Programs(Path prometheus, Path alertmanager, Path webhook) {

    static final List<String> PACKAGES =
            List.of("prometheus", "prometheus-alertmanager", "webhook");

    private static final Path INSTALLED = Path.of("/usr/bin");

    /** Those that Debian's packages installed; absent where one of them is not there. */
    public static Optional<Programs> installed() {
        return in(INSTALLED);
    }

    /**
     * Those that are installed, else those of packages that are fetched and unpacked into a folder.
     * Nothing is installed by that, and so no service of the system is started.
     *
     * @throws PeersMissing where they cannot be had
     */
    public static Programs get(Path folder) throws IOException, InterruptedException {
        Optional<Programs> there =
                installed().or(() -> in(folder.resolve("root").resolve("usr").resolve("bin")));
        return there.isPresent() ? there.get() : fetched(folder);
    }

    private static Programs fetched(Path folder) throws IOException, InterruptedException {
        new DebianPackages(folder).fetch(PACKAGES);
        return in(folder.resolve("root").resolve("usr").resolve("bin"))
                .orElseThrow(() -> new PeersMissing("the packages do not hold the programs"));
    }

    private static Optional<Programs> in(Path folder) {
        Programs programs =
                new Programs(
                        folder.resolve("prometheus"),
                        folder.resolve("prometheus-alertmanager"),
                        folder.resolve("webhook"));
        return programs.all().stream().allMatch(program -> program.toFile().canExecute())
                ? Optional.of(programs)
                : Optional.empty();
    }

    private List<Path> all() {
        return List.of(prometheus, alertmanager, webhook);
    }

    /** As the packages' versions are printed in a report. */
    public List<String> versions() throws IOException, InterruptedException {
        return List.of(
                "Prometheus " + version(prometheus, "--version"),
                "Alertmanager " + version(alertmanager, "--version"),
                "webhook " + version(webhook, "-version"));
    }

    /** The word after "version" in what a program says of itself. */
    private static String version(Path program, String option)
            throws IOException, InterruptedException {
        String said = Command.of(program.toString(), option).run().said();
        String after = said.substring(said.indexOf("version") + "version".length()).strip();
        return after.split("[\\s,]", 2)[0];
    }
}
