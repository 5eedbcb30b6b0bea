package dev.runside.bench.rig;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A class that needs the JDK alone, as the command line of a small JVM of its own. */
public final class JavaCommand {

    private JavaCommand() {}

    /** The Java that this process runs on. */
    public static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    public static List<String> of(Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(java().toString());
        command.addAll(
                List.of(
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-Xmx12m",
                        "-Xss256k",
                        "-cp",
                        home(main).toString(),
                        main.getName()));
        command.addAll(arguments);
        return List.copyOf(command);
    }

    private static Path home(Class<?> main) {
        try {
            return Path.of(main.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("no path leads to " + main, e);
        }
    }
}
