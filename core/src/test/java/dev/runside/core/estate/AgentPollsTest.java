package dev.runside.core.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.triage.AgentSeen;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An agent asks again at once after each step; a remedy must not wait for that to be stored. */
class AgentPollsTest {

    private final Scenario mail = new Scenario(Company.catalog());

    @Test
    void askingAgainAtOnceWritesNothing() {
        assertThat(mail.give(asks(Set.of("relay"), false)).writes()).isEmpty();
    }

    @Test
    void aSecondLaterItIsSeenAgain() {
        mail.passWithoutAgent(Duration.ofSeconds(1));

        assertThat(mail.give(asks(Set.of("relay"), false)).writes())
                .singleElement()
                .satisfies(write ->
                        assertThat(write.toString()).contains(AgentSeen.class.getSimpleName()));
    }

    @Test
    void whatIsNewIsWrittenAtOnce() {
        assertThat(mail.give(asks(Set.of("relay"), true)).writes()).isNotEmpty();
        assertThat(mail.give(asks(Set.of("relay", "store"), true)).writes()).isNotEmpty();
        assertThat(
                        mail.give(
                                        new Input.AgentPolled(
                                                Company.AGENT, "2", Set.of("relay", "store"), true))
                                .writes())
                .isNotEmpty();
    }

    private static Input asks(Set<String> services, boolean holding) {
        return new Input.AgentPolled(Company.AGENT, "1", services, holding);
    }
}
