package dev.runside.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StorageSettingsTest {

    @Test
    void withoutAUrlTheDatabaseIsOurOwn() {
        assertThat(settings("").externalDatabase()).isEmpty();
    }

    @Test
    void aUrlAsOtherToolsWriteItIsTaken() {
        assertThat(settings("postgresql://db.example:5432/runside").externalDatabase())
                .hasValueSatisfying(address ->
                        assertThat(address.url())
                                .isEqualTo("jdbc:postgresql://db.example:5432/runside"));
    }

    @Test
    void anotherDatabaseIsRefused() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> settings("jdbc:h2:mem:x").externalDatabase())
                .withMessageContaining("RUNSIDE_DB_URL");
    }

    @Test
    void thePasswordIsNeverPrinted() {
        assertThat(settings("jdbc:postgresql://db.example/x?password=hidden"))
                .asString()
                .doesNotContain("hidden");
        assertThat(settings("jdbc:postgresql://db.example/x?password=hidden").externalDatabase())
                .asString()
                .doesNotContain("hidden");
    }

    private static StorageSettings settings(String url) {
        return new StorageSettings(
                Path.of("data"), "", new StorageSettings.External(url, "runside", "hidden"));
    }
}
