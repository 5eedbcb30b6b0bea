package dev.runside.cli.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What the agent of this machine does for a person, beside the one that is at work. */
public record LocalAgent(Home home, DataFolder data) {

    /**
     * Starts a service as {@code agent.yaml} says.
     *
     * @return how it is, as a sentence
     */
    public String startService(String name) throws IOException, InterruptedException {
        List<String> arguments =
                List.of("--data", data.agent().toString(), "--insecure", "--start", name);
        List<String> flags = List.of("-Xmx96m", "-XX:TieredStopAtLevel=1");
        List<String> command =
                new ArrayList<>(new JavaProgram(home, "agent", flags, arguments).command());
        Process agent = new ProcessBuilder(command).redirectErrorStream(true).start();
        agent.getOutputStream().close();
        String said =
                new String(agent.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (agent.waitFor() != 0) {
            throw new StartFailedException(said);
        }
        return said;
    }
}
