package dev.runside.demo.command;

import dev.runside.cli.launcher.Typed;
import dev.runside.cli.local.Home;
import dev.runside.demo.company.Company;
import dev.runside.demo.site.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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

    /** The company that is open now; the drill's where no folder is named and no other is open. */
    Site site() throws IOException {
        for (Path folder : candidates()) {
            if (Site.standsIn(folder) && open(Site.read(folder))) {
                return Site.read(folder);
            }
        }
        throw new IOException(
                "No demo runs on %s: start one with `%s`, or name another with --data."
                        .formatted(folder(), Typed.command("demo")));
    }

    private List<Path> candidates() {
        return data == null ? List.of(folder(), Home.current().drillData()) : List.of(folder());
    }

    private static boolean open(Site site) {
        return new Company(site).process("people").find().isPresent();
    }
}
