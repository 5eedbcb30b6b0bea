package dev.runside.agent.act;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.agent.config.AgentConfig;
import dev.runside.agent.config.Probe;
import dev.runside.agent.config.Service;
import dev.runside.agent.process.Health;
import dev.runside.agent.process.Processes;
import dev.runside.agent.step.Action;
import dev.runside.agent.step.Verb;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllowListTest {

    private static final Ruling ALLOWED = Ruling.Allowed.INSTANCE;

    @TempDir private Path given;
    private Path directory;
    private Path tool;
    private Path link;
    private AllowList list;

    @BeforeEach
    void list() throws IOException {
        directory = given.toRealPath();
        tool = Processes.script(directory.resolve("tool"), "true");
        link = Files.createSymbolicLink(directory.resolve("link"), tool);
        list = new AllowList(config(Set.of()));
    }

    @Test
    void whatIsListedIsAllowed() {
        assertThat(judge(Verb.STATUS, "relay")).isEqualTo(ALLOWED);
        assertThat(judge(tool.toString())).isEqualTo(ALLOWED);
        assertThat(judge(link.toString())).isEqualTo(ALLOWED);
    }

    @Test
    void anotherServiceIsRefused() {
        assertThat(judge(Verb.STATUS, "rollup"))
                .isEqualTo(Ruling.refused("agent.yaml has no service rollup"));
    }

    @Test
    void anotherVerbIsRefused() {
        assertThat(judge(Verb.STOP, "relay"))
                .isEqualTo(Ruling.refused("agent.yaml does not allow stop of service relay"));
    }

    @Test
    void aServiceThatIsOnlyWatchedIsNotEvenLookedAtOnDemand() {
        assertThat(judge(Verb.STATUS, "watched")).isInstanceOf(Ruling.Refused.class);
    }

    @Test
    void anotherCommandIsRefused() {
        assertThat(judge("/bin/rm"))
                .isEqualTo(Ruling.refused("agent.yaml does not list the command /bin/rm"));
    }

    @Test
    void aCommandThatIsNotAnAbsolutePathIsRefused() {
        assertThat(judge("tool")).isEqualTo(Ruling.refused("tool is not an absolute path"));
        assertThat(judge("./tool")).isInstanceOf(Ruling.Refused.class);
        assertThat(judge("")).isInstanceOf(Ruling.Refused.class);
        assertThat(judge("\0")).isInstanceOf(Ruling.Refused.class);
    }

    @Test
    void aDetourToAListedCommandIsRefused() {
        assertThat(judge(directory + "/../" + directory.getFileName() + "/tool"))
                .isInstanceOf(Ruling.Refused.class);
        assertThat(judge(directory + "/./tool")).isInstanceOf(Ruling.Refused.class);
        assertThat(judge(directory + "//tool")).isInstanceOf(Ruling.Refused.class);
    }

    @Test
    void anUnlistedLinkToAListedCommandIsRefused() throws IOException {
        Path other = Files.createSymbolicLink(directory.resolve("other"), tool);

        assertThat(judge(other.toString())).isInstanceOf(Ruling.Refused.class);
    }

    @Test
    void aLinkTurnedElsewhereAfterTheStartIsRefused() throws IOException {
        Path evil = Processes.script(directory.resolve("evil"), "true");
        Files.delete(link);
        Files.createSymbolicLink(link, evil);

        assertThat(judge(link.toString()))
                .isEqualTo(
                        Ruling.refused(
                                link
                                        + " leads to "
                                        + evil
                                        + " now, not to "
                                        + tool
                                        + " as when the agent started"));
    }

    @Test
    void aCommandReplacedByALinkIsRefused() throws IOException {
        Path evil = Processes.script(directory.resolve("evil"), "true");
        Files.delete(tool);
        Files.createSymbolicLink(tool, evil);

        assertThat(judge(tool.toString())).isInstanceOf(Ruling.Refused.class);
    }

    @Test
    void aDirectoryOnTheWayReplacedByALinkIsRefused() throws IOException {
        Path bin = Files.createDirectory(directory.resolve("bin"));
        Path inner = Processes.script(bin.resolve("inner"), "true");
        AllowList own = new AllowList(config(Set.of(inner)));
        Path evil = Files.createDirectory(directory.resolve("evil"));
        Processes.script(evil.resolve("inner"), "true");
        Files.delete(inner);
        Files.delete(bin);
        Files.createSymbolicLink(bin, evil);

        assertThat(own.judge(Steps.command("k", inner.toString())))
                .isInstanceOf(Ruling.Refused.class);
    }

    @Test
    void aCommandThatEverybodyCanWriteIsRefused() throws IOException {
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xrwx"));

        assertThat(judge(tool.toString()))
                .isEqualTo(Ruling.refused(tool + " can be written by everybody"));
    }

    @Test
    void aCommandThatIsNotThereIsRefused() throws IOException {
        Files.delete(tool);

        assertThat(judge(tool.toString())).isEqualTo(Ruling.refused("there is no file " + tool));
    }

    @Test
    void anActionOfALaterVersionIsRefused() {
        assertThat(list.judge(Steps.step("k", 1, true, new Action.Unheard("the action fly"))))
                .isEqualTo(
                        Ruling.refused("this version of the agent does not know the action fly"));
    }

    @Test
    void aWaitOfMoreThanAnHourIsRefused() {
        assertThat(list.judge(Steps.rest("k", Duration.ofHours(1)))).isEqualTo(ALLOWED);
        assertThat(list.judge(Steps.rest("k", Duration.ofMinutes(61))))
                .isInstanceOf(Ruling.Refused.class);
        assertThat(list.judge(Steps.rest("k", Duration.ofMillis(-1))))
                .isInstanceOf(Ruling.Refused.class);
    }

    @Test
    void whereDigestsAreListedAnotherVersionOfARunbookIsRefused() {
        AllowList pinned =
                new AllowList(
                        new AgentConfig(
                                "local",
                                URI.create("http://127.0.0.1:1"),
                                List.of(),
                                Set.of(tool),
                                Set.of("sha256:other"),
                                Probe.standard()));

        assertThat(pinned.judge(Steps.command("k", tool.toString())))
                .isInstanceOf(Ruling.Refused.class);
    }

    private Ruling judge(Verb verb, String service) {
        return list.judge(Steps.service("k", verb, service));
    }

    private Ruling judge(String... argv) {
        return list.judge(Steps.command("k", argv));
    }

    private AgentConfig config(Set<Path> more) {
        Set<Path> commands = new HashSet<>(Set.of(tool, link));
        commands.addAll(more);
        return new AgentConfig(
                "local",
                URI.create("http://127.0.0.1:1"),
                List.of(
                        service("relay", Set.of(Verb.STATUS, Verb.RESTART)),
                        service("watched", Set.of())),
                commands,
                Set.of(),
                Probe.standard());
    }

    private static Service service(String name, Set<Verb> may) {
        return new Service(
                name,
                "hop:mail/" + name,
                List.of(Path.of("/run/" + name + ".pid")),
                List.of(),
                Health.none(),
                may,
                Duration.ofSeconds(1));
    }
}
