package dev.runside.cli.local;

import java.util.ArrayList;
import java.util.List;

/** The two programs of one Runside, as command lines. */
public record Programs(Home home, Settings settings) {

    /**
     * Out of memory it would go on with whatever thread was hit missing; ended, it is started
     * again.
     */
    private static final String ENDS = "-XX:+ExitOnOutOfMemoryError";

    public JavaProgram server() {
        List<String> arguments = new ArrayList<>(settings.listening().serverArguments());
        arguments.add("--runside.data=" + settings.data().path());
        arguments.addAll(settings.extraServerArguments());
        return new JavaProgram(
                home, "server", List.of("-Xms64m", Heap.here().flag(), ENDS), arguments);
    }

    public JavaProgram agent(String name) {
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of("--data", settings.data().agent().toString()));
        arguments.addAll(List.of("--server", settings.url()));
        arguments.addAll(List.of("--name", name));
        if (settings.listening().transport() instanceof Transport.Plain) {
            // Whoever lets it be spoken in the clear was asked already.
            arguments.add("--insecure");
        }
        return new JavaProgram(home, "agent", agentFlags(), arguments);
    }

    private List<String> agentFlags() {
        List<String> flags = new ArrayList<>(List.of("-Xmx96m", ENDS, "-XX:TieredStopAtLevel=1"));
        if (settings.listening().transport() instanceof Transport.Tls) {
            flags.add("-Djavax.net.ssl.trustStore=" + settings.data().trustStore());
        }
        return flags;
    }
}
