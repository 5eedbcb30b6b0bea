package dev.runside.server.intake.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.server.RunsideServerTest;
import dev.runside.server.Soon;
import dev.runside.server.intake.Counted;
import dev.runside.server.intake.Sender;
import dev.runside.server.intake.SettableMachine;
import dev.runside.server.intake.SettableMachine.Settable;
import dev.runside.server.storage.DataDirectory;
import dev.runside.server.storage.ServerClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** The token that a data source wants lies in a file that only the server may read. */
@RunsideServerTest
@Import({SettableMachine.class, Sender.class})
class TokenFileTest {

    @Autowired private ApplicationContext server;
    @Autowired private DataDirectory directory;
    @Autowired private Settable machine;
    @Autowired private ServerClock clock;

    private HealedCompany company;
    private AnsweringPrometheus prometheus;

    @BeforeEach
    void begin() throws IOException {
        company = new HealedCompany(server);
        prometheus = new AnsweringPrometheus();
    }

    @AfterEach
    void close() {
        prometheus.close();
        machine.set(Duration.ZERO);
    }

    @Test
    void withoutItNothingIsAskedAndAnotherOneCountsAtOnce() throws IOException {
        define();
        awaitTrouble("its token cannot be read: source-token/" + company.product());

        write("the-first", "rw-------");
        awaitAsked("Bearer the-first");
        machine.set(Duration.ZERO);
        var counted = Counted.fromNowOn(server, company.product());
        Soon.get(
                () -> {
                    prometheus.happens(1).run();
                    return counted.good();
                },
                good -> good > 0);

        write("the-second", "rw-------");
        awaitAsked("Bearer the-second");
        assertThat(prometheus.asked()).containsOnly("Bearer the-first", "Bearer the-second");
    }

    @Test
    void oneThatOthersCanReadIsNotSent() throws IOException {
        write("for-everybody", "rw-r--r--");
        define();
        awaitTrouble("others can read the file " + company.product());
        assertThat(prometheus.asked()).isEmpty();

        write("for-me-alone", "rw-------");
        awaitAsked("Bearer for-me-alone");
        assertThat(prometheus.asked()).containsOnly("Bearer for-me-alone");
    }

    private void define() {
        company.isDefined(
                """
                apiVersion: runside.dev/v1
                kind: DataSource
                metadata: {name: PRODUCT}
                spec: {type: prometheus, url: "%s", token: PRODUCT}\
                """
                        .formatted(prometheus.url()),
                "threshold: {source: PRODUCT, query: up, op: gte, value: 1, every: 1s, fresh: 1s}",
                "4s");
    }

    private void awaitTrouble(String sentence) {
        Soon.get(
                company::openSentences,
                said -> said.stream().anyMatch(each -> each.contains(sentence)));
    }

    /** What was asked in vain is left alone for a while: the clock jumps over that. */
    private void awaitAsked(String authorization) {
        passes(Duration.ofMinutes(1));
        Soon.get(prometheus::asked, asked -> asked.contains(authorization));
    }

    private void passes(Duration time) {
        machine.set(Duration.between(Instant.now(), clock.instant()).plus(time));
    }

    private void write(String token, String rights) throws IOException {
        Path folder = Files.createDirectories(directory.file("source-token"));
        Path file = folder.resolve(company.product());
        Files.deleteIfExists(file);
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, token + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
    }
}
