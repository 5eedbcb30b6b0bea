package dev.runside.cli;

import dev.runside.cli.local.Home;
import dev.runside.cli.local.StartCaches;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Called by the launcher after a build, and by nobody else. */
@Command(name = "prepare", hidden = true, description = "Makes later starts quick.")
final class PrepareCommand implements Callable<Integer> {

    @Override
    public Integer call() throws IOException, InterruptedException {
        new StartCaches(Home.current()).make();
        return 0;
    }
}
