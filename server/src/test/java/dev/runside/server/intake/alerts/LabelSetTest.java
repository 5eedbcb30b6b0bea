package dev.runside.server.intake.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelSetTest {

    @Test
    void theFingerprintIsThatOfAlertmanager() {
        assertThat(LabelSet.of(Map.of("alertname", "A", "job", "relay")).fingerprint())
                .isEqualTo("9c003da66c2c05e5");
    }

    @Test
    void theOrderOfLabelsDoesNotMatterAndOfOneNameTheLastValueCounts() {
        LabelSet set = LabelSet.ofPairs(new String[] {"b", "1", "a", "2", "b", "3"}, 6);

        assertThat(set).isEqualTo(LabelSet.of(Map.of("a", "2", "b", "3")));
        assertThat(set.hashCode()).isEqualTo(LabelSet.of(Map.of("a", "2", "b", "3")).hashCode());
        assertThat(set.value("b")).contains("3");
        assertThat(set.value("c")).isEmpty();
    }
}
