package dev.runside.server.respond.pager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runside.server.problem.StartRefused;
import dev.runside.server.storage.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelsTest {

    @TempDir private Path folder;

    @BeforeEach
    void layOut() throws IOException {
        Files.createDirectory(folder.resolve("secret"));
    }

    @Test
    void withoutAnAddressThereIsTheInboxOnly() {
        assertThat(channels("", "", false).webhook()).isEmpty();
        assertThat(folder.resolve("secret/webhook.key")).doesNotExist();
    }

    @Test
    void theSecretIsReadFromTheFileThatIsNamed() throws IOException {
        Path file = folder.resolve("mine");
        String secret = WebhookSecret.fresh();
        Files.writeString(file, secret + "\n");

        assertThat(channels("https://pager.example/hook", file.toString(), false).webhook())
                .hasValueSatisfying(webhook ->
                        assertThat(webhook.secret()).isEqualTo(new WebhookSecret(secret)));
    }

    @Test
    void aFileThatHoldsNoSecretStopsTheStart() throws IOException {
        Path file = folder.resolve("mine");
        Files.writeString(file, "hello\n");

        assertThatThrownBy(() -> channels("https://pager.example/", file.toString(), false))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(file.toString())
                .hasMessageNotContaining("hello");
    }

    @Test
    void pagesLeaveTheMachineEncryptedOrBySomebodysWord() {
        assertThatThrownBy(() -> channels("http://pager.example/", "", false))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("in the clear");
        assertThat(channels("http://pager.example/", "", true).webhook()).isPresent();
        assertThat(channels("http://127.0.0.1:9/", "", false).webhook()).isPresent();
        assertThat(channels("http://[::1]:9/", "", false).webhook()).isPresent();
    }

    @Test
    void whatIsNoAddressOfAReceiverStopsTheStart() {
        for (String wrong :
                new String[] {"ftp://pager.example/", "pager", "https://ada:pw@pager.example/"}) {
            assertThatThrownBy(() -> channels(wrong, "", false))
                    .as(wrong)
                    .isInstanceOf(StartRefused.class);
        }
    }

    private Channels channels(String url, String file, boolean insecure) {
        return new Channels(new PagerSettings(url, file), new DataDirectory(folder), insecure);
    }
}
