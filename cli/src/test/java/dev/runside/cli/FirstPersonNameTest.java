package dev.runside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstPersonNameTest {

    @ParameterizedTest
    @CsvSource({
        "ada, ada",
        "Ada.Lovelace, ada-lovelace",
        "CORP\\ada, corp-ada",
        "'', admin",
        "..., admin"
    })
    void isAReferenceMadeFromTheUserName(String user, String name) {
        assertThat(FirstPersonName.from(user)).isEqualTo(name);
    }
}
