package dev.runside.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.server.storage.Epoch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunsideServerTest
class ServerStartTest {

    @Autowired private JdbcClient database;

    @Autowired private Epoch epoch;

    @Test
    void theEmbeddedDatabaseIsDurableAndAsksForPasswords() {
        var settings =
                database.sql(
                                """
                                select current_setting('fsync') as fsync,
                                       current_setting('synchronous_commit') as synchronous_commit,
                                       current_setting('full_page_writes') as full_page_writes,
                                       current_setting('listen_addresses') as listen_addresses,
                                       current_setting('is_superuser') as is_superuser
                                """)
                        .query()
                        .singleRow();

        assertThat(settings)
                .containsEntry("fsync", "on")
                .containsEntry("synchronous_commit", "on")
                .containsEntry("full_page_writes", "on")
                .containsEntry("listen_addresses", "127.0.0.1")
                .containsEntry("is_superuser", "off");
    }

    @Test
    void theFirstServerOfADatabaseHoldsTheFirstEpoch() {
        assertThat(epoch.current()).isEqualTo(1);
    }
}
