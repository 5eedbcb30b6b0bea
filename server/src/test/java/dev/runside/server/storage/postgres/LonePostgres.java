package dev.runside.server.storage.postgres;

import dev.runside.server.FreshDataDirectory;
import java.io.IOException;
import java.nio.file.Path;

/** A process that starts a PostgreSQL, says so, and waits to be killed. */
final class LonePostgres {

    private LonePostgres() {}

    public static void main(String[] arguments) throws IOException {
        var postgres =
                EmbeddedPostgres.start(
                        home(Path.of(arguments[0]), Path.of(arguments[1])), passwords());
        System.out.println(postgres.process());
        System.out.flush();
        System.in.read();
    }

    static Home home(Path data, Path programs) {
        return new Home(data.resolve("pg"), programs, data.resolve("log"), data.resolve("pg.port"));
    }

    static Home home(Path data) {
        return home(data, FreshDataDirectory.programs());
    }

    static Passwords passwords() {
        return new Passwords("of-the-setup-role", "of-the-server-role");
    }
}
