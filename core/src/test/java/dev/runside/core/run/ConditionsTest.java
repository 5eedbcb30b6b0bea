package dev.runside.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionsTest {

    private final Conditions conditions = new Conditions();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "finding.kind.matches('((((a{0,100}){0,100}){0,100}){0,100})')",
                "matches(finding.kind, finding.subject)",
                "[1, 2, 3].all(each, each > 0)"
            })
    void whatFewCharactersCouldMakeEndlessIsNotOffered(String condition) {
        assertThat(conditions.faultsOfTrigger(condition)).isNotEmpty();
        assertThat(conditions.triggers(condition, Map.of(), Map.of("kind", "aaa"))).isFalse();
    }

    @Test
    void textsAreLookedIntoWithoutPatterns() {
        String condition =
                "finding.kind.startsWith('proc') && finding.kind.endsWith('gone')"
                        + " && finding.kind.contains('ess') && finding.kind in ['process-gone']"
                        + " && size(incident.products) == 1 && incident.products[0] == 'product:mail'";

        assertThat(conditions.faultsOfTrigger(condition)).isEmpty();
        assertThat(
                        conditions.triggers(
                                condition,
                                Map.of("products", List.of("product:mail")),
                                Map.of("kind", "process-gone")))
                .isTrue();
    }
}
