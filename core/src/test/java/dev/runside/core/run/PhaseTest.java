package dev.runside.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PhaseTest {

    @Test
    void whatIsOverStaysOver() {
        assertThat(Arrays.stream(Phase.values()).filter(phase -> !phase.active()))
                .allSatisfy(phase ->
                        assertThat(Arrays.stream(Phase.values())).noneMatch(phase::mayBecome));
    }

    @Test
    void everyPhaseCanBeReachedFromTheFirst() {
        Set<Phase> reached = new java.util.TreeSet<>(Set.of(Phase.DIAGNOSE));
        for (int round = 0; round < Phase.values().length; round++) {
            reached.addAll(
                    Arrays.stream(Phase.values())
                            .filter(next ->
                                    reached.stream().anyMatch(phase -> phase.mayBecome(next)))
                            .collect(Collectors.toSet()));
        }
        assertThat(reached).containsExactlyInAnyOrder(Phase.values());
    }

    @Test
    void aRemedyIsNeverTakenForHealedWithoutVerification() {
        assertThat(Arrays.stream(Phase.values()).filter(phase -> phase.mayBecome(Phase.VERIFIED)))
                .containsExactly(Phase.VERIFY);
    }
}
