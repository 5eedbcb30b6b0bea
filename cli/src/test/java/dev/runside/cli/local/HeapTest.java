package dev.runside.cli.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HeapTest {

    private static final long GIGABYTE = 1024L * 1024 * 1024;

    @Test
    void aSmallMachineKeepsMostOfItsMemoryAndALargeOneGivesNoMoreThanIsNeeded() {
        assertThat(onMachineWith(GIGABYTE)).isEqualTo(384);
        assertThat(onMachineWith(4 * GIGABYTE)).isEqualTo(512);
        assertThat(onMachineWith(24 * GIGABYTE)).isEqualTo(1_024);
    }

    @Test
    void whatIsWantedHoldsWhateverTheMachine() {
        assertThat(Heap.of(Map.of("RUNSIDE_HEAP", "2048"), GIGABYTE).flag()).isEqualTo("-Xmx2048m");
    }

    @Test
    void whatIsNoSensibleNumberIsRefusedWithASentence() {
        for (String odd : new String[] {"2g", "100", "-1", "9999999", "384 -XX:Flags"}) {
            assertThatThrownBy(() -> Heap.of(Map.of("RUNSIDE_HEAP", odd), GIGABYTE))
                    .hasMessageContaining("megabytes, from 256 to 65536");
        }
    }

    private static int onMachineWith(long bytes) {
        return Heap.of(Map.of(), bytes).megabytes();
    }
}
