package dev.runside.cli;

import dev.runside.cli.client.Credentials;
import dev.runside.cli.client.ServerApi;
import dev.runside.cli.local.DataFolder;
import dev.runside.cli.local.RunFile;
import dev.runside.cli.starter.Telemetry;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks the Runside on a data folder where a product's telemetry goes, and for a token to send it.
 */
record ProductTelemetry(DataFolder data) {

    /** Absent where nothing runs there, or nobody is enrolled. */
    Optional<Telemetry> fetch(String product) throws IOException, InterruptedException {
        Optional<RunFile> run = RunFile.findAlive(data);
        Optional<Credentials> self = Credentials.find(data.credentials());
        if (run.isEmpty() || self.isEmpty()) {
            return Optional.empty();
        }
        ServerApi server = ServerApi.at(self.get().url(), self.get().token(), data.trustStore());
        String token =
                server.post(
                                "/api/v1/sources",
                                Map.of("name", product, "speaksFor", List.of("product:" + product)))
                        .required("token")
                        .asString();
        return Optional.of(new Telemetry(run.get().otlpUrl(), token));
    }
}
