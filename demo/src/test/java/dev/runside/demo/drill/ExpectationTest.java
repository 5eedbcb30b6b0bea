package dev.runside.demo.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.demo.fault.Fault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExpectationTest {

    @ParameterizedTest
    @EnumSource
    void whatAFaultPromisesIsWhatTheDrillExpects(Fault fault) {
        assertThat(fault.healsItself()).isEqualTo(Expectation.of(fault).healsItself());
    }
}
