package dev.runside.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.demo.fault.Fault;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole drill, as a newcomer would run it, with a seed that is printed. */
class DrillIT {

    private static final int MINUTES = 7;

    @Test
    void everyFaultEndsAsItMustAndNothingElseHappens(@TempDir Path data) throws Exception {
        long seed = new Random().nextInt(1_000_000);
        System.out.println("The drill's seed: " + seed);
        Path log = data.resolve("drill.log");
        Process drill =
                new ProcessBuilder(
                                Path.of(System.getProperty("runside.root"), "runside").toString(),
                                "demo",
                                "--once",
                                "--seed",
                                String.valueOf(seed),
                                "--port",
                                "0",
                                "--otlp-port",
                                "0",
                                "--otlp-grpc-port",
                                "0",
                                "--data",
                                data.toString())
                        .redirectInput(new File("/dev/null"))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        boolean inTime = drill.waitFor(MINUTES + 2, TimeUnit.MINUTES);
        drill.destroy();
        String said = Files.readString(log);
        assertThat(inTime).as(said).isTrue();
        assertThat(drill.exitValue()).as(said).isZero();

        JsonNode report =
                JsonMapper.shared().readTree(Files.readString(data.resolve("report.json")));
        assertThat(report.path("ok").asBoolean()).isTrue();
        assertThat(report.path("seed").asLong()).isEqualTo(seed);
        assertThat(report.path("tookS").asDouble()).isLessThan(MINUTES * 60);
        assertThat(report.path("rows").valueStream().map(row -> row.path("fault").asString()))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Fault.values())
                                .filter(fault -> !fault.isLearnt())
                                .map(Fault::id)
                                .toList());
        assertThat(said).contains("seed " + seed);
    }
}
