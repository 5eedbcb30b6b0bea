package dev.runside.cli.local;

import dev.runside.cli.client.Credentials;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A data folder on which this test's own process says that it runs. */
public final class Running {

    private Running() {}

    public static void on(DataFolder data, String url) throws IOException {
        data.create();
        PrivateFiles.write(
                data.credentials(), new Credentials(url, "rs_person_x", "user:ada").asJson());
        new RunFile(
                        url,
                        "http://127.0.0.1:4318",
                        Optional.of("http://127.0.0.1:4317"),
                        Instant.now(),
                        Optional.empty(),
                        List.of(RunningProcess.of(RunFile.KEEPER, ProcessHandle.current())))
                .write(data);
    }
}
