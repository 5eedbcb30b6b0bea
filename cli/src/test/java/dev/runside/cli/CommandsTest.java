package dev.runside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.cli.local.DataFolder;
import dev.runside.cli.local.Home;
import dev.runside.cli.local.Installation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands as a person or a program calls them: each in a process of its own. */
class CommandsTest {

    private record Said(int code, String out, String err) {
        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }
    }

    @TempDir private Path folder;
    private Home home;
    private String data;

    @BeforeEach
    void layOut() throws IOException {
        home = Installation.in(folder);
        data = new DataFolder(folder.resolve("data")).path().toString();
    }

    @AfterEach
    void stop() throws Exception {
        runside("down", "--data", data);
    }

    @Test
    void upInTheBackgroundThenStatusThenDown() throws Exception {
        Said up =
                runside(
                        "up",
                        "--background",
                        "--data",
                        data,
                        "--port",
                        "0",
                        "--otlp-port",
                        "0",
                        "--otlp-grpc-port",
                        "0",
                        "--json");
        Said status = runside("status", "--data", data, "--json");
        Said words = runside("status", "--data", data);
        Files.writeString(
                Path.of(data, "agent", "config-fault"), "agent.yaml:3: services: is no list.\n");
        Said broken = runside("status", "--data", data);
        Said again = runside("up", "--background", "--data", data);
        Said down = runside("down", "--data", data, "--json");
        Said after = runside("status", "--data", data, "--json");

        assertThat(up.code()).as(up.err()).isZero();
        assertThat(up.json().path("signIn").asString())
                .isEqualTo(up.json().path("url").asString() + "/login?token=t");
        assertThat(status.code()).isZero();
        assertThat(status.json().path("ready").asBoolean()).isTrue();
        assertThat(status.json().path("processes").findValuesAsString("name"))
                .containsExactly("runside", "server", "agent");
        assertThat(status.json().path("readyAfterMs").asLong()).isPositive();
        assertThat(status.json().path("residentMb").propertyNames())
                .containsExactly("runside", "server", "agent");
        assertThat(words.out())
                .contains("Runside is ready at http://127.0.0.1:", "since", "server ready after")
                .containsPattern("server +process .*, \\d+ MB");
        assertThat(words.out()).doesNotContain("agent.yaml");
        assertThat(broken.out())
                .contains("agent.yaml is broken: agent.yaml:3: services: is no list.");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err())
                .matches(
                        "runside: Runside already runs on .*: `runside status .*` says since when, `runside down .*` stops it\\.\n");
        assertThat(down.json().path("stopped").size()).isEqualTo(3);
        assertThat(after.code()).isEqualTo(3);
        assertThat(after.json().path("running").asBoolean()).isFalse();
    }

    @Test
    void statusFindsWhatRunsOnTheDemosFolderAndDownNamesIt() throws Exception {
        String demo = home.demoData().toString();
        Said before = runside("status");
        runside(
                "up",
                "--background",
                "--data",
                demo,
                "--port",
                "0",
                "--otlp-port",
                "0",
                "--otlp-grpc-port",
                "0");

        Said status = runside("status");
        Said down = runside("down");
        Said stopped = runside("down", "--data", demo);
        Said after = runside("status", "--data", demo);

        assertThat(before.out()).contains("Nothing runs on", "Start it: runside up");
        assertThat(status.code()).isZero();
        assertThat(status.out()).contains("data       " + demo);
        assertThat(down.out()).contains("is stopped by: runside down --data " + demo);
        assertThat(stopped.out()).isEqualTo("Stopped.\n");
        assertThat(after.out()).contains("Start it: runside demo");
    }

    @Test
    void theSignInLinkOfABackgroundRunStandsInNoLog() throws Exception {
        runside(
                "up",
                "--background",
                "--data",
                data,
                "--port",
                "0",
                "--otlp-port",
                "0",
                "--otlp-grpc-port",
                "0");

        assertThat(new DataFolder(Path.of(data)).log("up"))
                .content()
                .contains("Runside is ready")
                .doesNotContain("login");
    }

    @Test
    void beyondThisMachineTlsOrAWordIsWanted() throws Exception {
        Said refused = runside("up", "--data", data, "--bind", "0.0.0.0");
        Said halfTls = runside("up", "--data", data, "--tls-cert", "cert.pem");

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("--tls-cert", "--insecure");
        assertThat(halfTls.code()).isEqualTo(2);
        assertThat(halfTls.err()).contains("--tls-key");
    }

    @Test
    void aRehearsalLeavesNothingButItsCaches() throws Exception {
        Said prepared = runside("prepare");

        assertThat(prepared.code()).as(prepared.err()).isZero();
        assertThat(home.dist().resolve("cache")).isDirectoryNotContaining("glob:**rehearsal-*");
    }

    @Test
    void downWithNothingToStopSaysSo() throws Exception {
        Said down = runside("down", "--data", data);

        assertThat(down.code()).isZero();
        assertThat(down.out()).contains("Nothing runs on " + data);
        assertThat(Path.of(data)).doesNotExist();
    }

    private Said runside(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(home.java().toString()));
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(home.asProperties());
        command.addAll(List.of("-jar", home.jar("cli").toString()));
        command.addAll(List.of(arguments));
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(command).redirectError(err.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), out, Files.readString(err));
    }
}
