package dev.runside.demo.command;

import dev.runside.cli.local.Home;
import dev.runside.demo.company.Company;
import dev.runside.demo.site.Site;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which demo is meant: the one on this data folder. */
final class Where {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "The demo's data folder (default: var/demo of the installation; RUNSIDE_VAR moves var).")
    private @Nullable Path data;

    Path folder() {
        Path chosen = data == null ? Home.current().demoData() : data;
        return chosen.toAbsolutePath().normalize();
    }

    /** The company that is open now. */
    Site site() throws IOException {
        if (!Site.standsIn(folder()) || !open(Site.read(folder()))) {
            throw new IOException(
                    "No demo runs on "
                            + folder()
                            + ": start one with `runside demo`, or name another with --data.");
        }
        return Site.read(folder());
    }

    private static boolean open(Site site) {
        return new Company(site).process("people").find().isPresent();
    }
}
