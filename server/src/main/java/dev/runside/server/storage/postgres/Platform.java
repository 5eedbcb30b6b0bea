package dev.runside.server.storage.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What differs from one operating system to the next. */
final class Platform {

    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final Path UNSHARE = Path.of("/usr/bin/unshare");

    private Platform() {}

    /** The archive of PostgreSQL's programs for this machine, as a resource of the class path. */
    static String archive() {
        return "/postgres-" + system() + "-" + processor() + ".txz";
    }

    /**
     * What goes before a PostgreSQL program: PostgreSQL refuses to run as root, so root enters a
     * user namespace of its own, where it is nobody in particular and still owns its files.
     */
    static List<String> asOrdinaryUser() {
        if (new UnixSystem().getUid() != 0) {
            return List.of();
        }
        if (!Files.isExecutable(UNSHARE)) {
            throw new PostgresFailure(
                    "PostgreSQL does not run as root here. Start Runside as an ordinary user, or set RUNSIDE_DB_URL.");
        }
        return List.of(UNSHARE.toString(), "-U");
    }

    /**
     * As {@link #asOrdinaryUser}, in a session of its own, so that Ctrl-C reaches the server first.
     */
    static List<String> inOwnSession() {
        var prefix = new ArrayList<String>();
        if (Files.isExecutable(SETSID)) {
            prefix.add(SETSID.toString());
        }
        prefix.addAll(asOrdinaryUser());
        return prefix;
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.contains("linux")) {
            return "linux";
        }
        if (name.contains("mac")) {
            return "darwin";
        }
        throw new PostgresFailure("No embedded PostgreSQL for " + name + ": set RUNSIDE_DB_URL.");
    }

    private static String processor() {
        String name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return switch (name) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default ->
                    throw new PostgresFailure(
                            "No embedded PostgreSQL for " + name + ": set RUNSIDE_DB_URL.");
        };
    }
}
