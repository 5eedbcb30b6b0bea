package dev.runside.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runside.agent.step.Verb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigReaderTest {

    @TempDir private Path directory;

    @Test
    void aWholeFileIsRead() throws Exception {
        AgentConfig config =
                read(
                        """
                        name: local
                        server: https://runside.example:7070
                        services:
                          - name: relay
                            hop: hop:mail/relay
                            command: [/opt/relay/bin/relay, --port, 8081]
                            directory: /opt/relay
                            environment: {MODE: quiet, EMPTY: ""}
                            pidFile: /run/relay.pid
                            logFile: /var/log/relay.log
                            health: http://127.0.0.1:8081/health
                            may: [status, restart]
                            grace: 10s
                          - {name: mail-db, hop: system:mail-db, health: 'tcp://127.0.0.1:5432'}
                        commands: [/opt/tools/purge]
                        digests: [sha256:abc]
                        probe: {every: 2s, timeout: 500ms, misses: 5, over: 10s, gone: 50ms, starting: 1m}
                        """);

        Service relay = config.service("relay").orElseThrow();
        assertThat(config.name()).isEqualTo("local");
        assertThat(config.server()).hasToString("https://runside.example:7070");
        assertThat(relay.hop()).isEqualTo("hop:mail/relay");
        assertThat(relay.launch().orElseThrow().command())
                .containsExactly("/opt/relay/bin/relay", "--port", "8081");
        assertThat(relay.launch().orElseThrow().environment())
                .containsEntry("MODE", "quiet")
                .containsEntry("EMPTY", "");
        assertThat(relay.may()).containsExactlyInAnyOrder(Verb.STATUS, Verb.RESTART);
        assertThat(relay.grace()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.service("mail-db").orElseThrow().may()).isEmpty();
        assertThat(config.commands()).containsExactly(Path.of("/opt/tools/purge"));
        assertThat(config.digests()).containsExactly("sha256:abc");
        assertThat(config.probe())
                .isEqualTo(
                        new Probe(
                                Duration.ofSeconds(2),
                                Duration.ofMillis(500),
                                5,
                                Duration.ofSeconds(10),
                                Duration.ofMillis(50),
                                Duration.ofMinutes(1)));
    }

    @Test
    void everySettingHasItsStandard() throws Exception {
        AgentConfig config = read("name: local\n");

        assertThat(config.server()).hasToString("http://127.0.0.1:7070");
        assertThat(config.services()).isEmpty();
        assertThat(config.commands()).isEmpty();
        assertThat(config.digests()).isEmpty();
        assertThat(config.probe())
                .isEqualTo(
                        new Probe(
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(1),
                                3,
                                Duration.ofSeconds(3),
                                Duration.ofMillis(25),
                                Duration.ofSeconds(20)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    hop: relay                     | :4: services[0].hop: is not a hop. Write hop:PRODUCT/NAME
                    pidFile: relay.pid             | :4: services[0].pidFile: must be an absolute path.
                    pidFile: /run/../etc/relay.pid | :4: services[0].pidFile: must be an absolute path.
                    command: [relay]               | :4: services[0].command[0]: must be an absolute path.
                    command: []                    | :4: services[0].command: is empty.
                    command: /bin/relay            | :4: services[0].command: must be a list.
                    may: [reboot]                  | :4: services[0].may[0]: is not known. Known are status, restart
                    may: [restart]                 | :2: services[0]: may be started and lacks command. Add command
                    may: [status]                  | :2: services[0]: may be acted on and lacks pidFile.
                    health: 127.0.0.1:80           | :4: services[0].health: is not an address with a host.
                    health: 'tcp://127.0.0.1'      | :4: services[0].health: is not an address with a host.
                    health: 'file:///etc/passwd'   | :4: services[0].health: is not an address with a host.
                    grace: soon                    | :4: services[0].grace: is not a span of time. Write for example 25ms
                    healht: http://127.0.0.1:80    | :4: services[0].healht: is not known here. Known are command,
                    name: again                    | :4: name: stands here twice.
                    health: *other                 | refers to an anchor. Write the value out.
                    """)
    void aSlipIsNamedWithItsLineItsFieldAndTheFix(String slip, String message) {
        String hop = slip.startsWith("hop") ? "" : "\n    hop: hop:mail/relay";
        String blank = hop.isEmpty() ? "\n" : "";
        String text = "services:\n  - name: relay" + hop + blank + "\n    " + slip + "\nname: x\n";

        assertThatThrownBy(() -> read(text))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("agent.yaml")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    name: [a]             | :1: name: must be one value.
                    server: ftp://x       | lacks name
                    probe: {misses: 0}    | lacks name
                    "- a"                 | :1: file: holds no fields.
                    "name: {a"            | agent.yaml:
                    """)
    void aFileThatIsNoConfigurationIsRefused(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }

    @Test
    void twoServicesCannotHaveOneName() {
        String service = "  - {name: relay, hop: hop:mail/relay, pidFile: /run/relay.pid}\n";

        assertThatThrownBy(() -> read("name: x\nservices:\n" + service + service))
                .hasMessageContaining(":4: services[1]: has the name of another: relay");
    }

    @Test
    void aServiceThatCannotBeSeenIsRefused() {
        assertThatThrownBy(
                        () -> read("name: x\nservices:\n  - {name: relay, hop: hop:mail/relay}\n"))
                .hasMessageContaining("cannot be watched. Add pidFile, health or both.");
    }

    @Test
    void aMissingFileIsNamed() {
        Path missing = directory.resolve("none.yaml");

        assertThatThrownBy(() -> ConfigReader.read(missing))
                .hasMessageContaining("none.yaml: cannot be read");
    }

    @Test
    void aFileThatEverybodyCanWriteIsRefused() throws Exception {
        Path file = write("name: local\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

        assertThatThrownBy(() -> ConfigReader.read(file)).hasMessageContaining("Say chmod o-w");
    }

    @Test
    void aFileThatMayBeMissingIsEmptyUntilItIsThere() throws Exception {
        ConfigFile file = new ConfigFile(directory.resolve("agent.yaml"), false);
        assertThat(file.read().services()).isEmpty();
        assertThat(file.readIfChanged()).isEmpty();

        write("name: new\n");

        assertThat(file.readIfChanged().orElseThrow().name()).isEqualTo("new");
        assertThat(file.readIfChanged()).isEmpty();
    }

    private AgentConfig read(String text) throws ConfigException, IOException {
        return ConfigReader.read(write(text));
    }

    private Path write(String text) throws IOException {
        return Files.writeString(directory.resolve("agent.yaml"), text);
    }
}
