package dev.runside.cli.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

/** Enrols itself with the token laid beside it, then lives until it is stopped. */
final class StandInAgent {

    private StandInAgent() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        Path data = Path.of(arguments[Arrays.asList(arguments).indexOf("--data") + 1]);
        Path token = data.resolve("enroll-token");
        if (!Files.exists(data.resolve("key"))) {
            Files.writeString(data.resolve("key"), "key for " + Files.readString(token));
            Files.delete(token);
        }
        new CountDownLatch(1).await();
    }
}
