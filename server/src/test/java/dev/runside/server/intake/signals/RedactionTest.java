package dev.runside.server.intake.signals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    write to ada.l+post@mail.example.org please | write to [mail] please
                    call +49 (0)30 1234-5678 today              | call [phone] today
                    call (030) 123 456 78                       | call [phone]
                    call 0301234567                             | call [phone]
                    my card is 4111 1111 1111 1111              | my card is [card]
                    my card is 4111-1111-1111-1111, stolen      | my card is [card], stolen
                    Authorization: Bearer abcdef0123456789      | Authorization: [token]
                    key rs_source_abcdefgh12345678              | key [token]
                    key ghp_0123456789abcdefABCDEF              | key [token]
                    eyJhbGciOi.eyJzdWIiOiIx.c2ln                | [token]
                    id=x-eyJhbGciOi.eyJzdWIiOiIx.c2ln            | id=[token]
                    password: hunter22                          | [token]
                    """)
    void takesOutWhatIsPersonal(String said, String kept) {
        assertThat(Redaction.redacted(said)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "since 2026-11-21 10:15:30 nothing arrives",
                "the id is 12345678-1234-1234-1234-123456789012",
                "it took 1500 ms, 23 times, at 10.0.12.250",
                "error 500 from /send?page=12",
                "version 4.11.0-rc.2"
            })
    void leavesWhatHelpsToFindTheFault(String said) {
        assertThat(Redaction.redacted(said)).isEqualTo(said);
    }

    @Test
    void anyTextIsReadInTimeThatGrowsWithItsLength() {
        for (String piece :
                new String[] {"a", "1", "1 ", "@", "a@a.", "eyJ.", "eyJ-", "(1", "password "}) {
            String long200k = piece.repeat(200_000 / piece.length());
            Assertions.assertTimeout(
                    Duration.ofSeconds(5),
                    () -> Redaction.redacted(long200k),
                    () -> piece.toUpperCase(Locale.ROOT));
        }
    }
}
