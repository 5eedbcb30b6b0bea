package dev.runside.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealTest {

    @TempDir private Path folder;

    @Test
    void whatIsClosedOpensAgainInItsPlaceOnly() {
        Seal seal = new Seal(DataDirectory.make(folder.resolve("a")));
        byte[] sealed = seal.close("their secret", "source:desk/signing");

        assertThat(
                        new Seal(DataDirectory.make(folder.resolve("a")))
                                .open(sealed, "source:desk/signing"))
                .contains("their secret");
        assertThat(seal.open(sealed, "source:other/signing")).isEmpty();
        assertThat(
                        new Seal(DataDirectory.make(folder.resolve("b")))
                                .open(sealed, "source:desk/signing"))
                .isEmpty();
        assertThat(seal.open(new byte[5], "source:desk/signing")).isEmpty();
    }

    @Test
    void oneByteChangedOpensNothing() {
        Seal seal = new Seal(DataDirectory.make(folder));
        byte[] sealed = seal.close("their secret", "here");
        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertThat(seal.open(changed, "here")).isEmpty();
        }
    }

    @Test
    void theSameIsClosedDifferentlyEachTime() {
        Seal seal = new Seal(DataDirectory.make(folder));

        assertThat(seal.close("their secret", "here"))
                .isNotEqualTo(seal.close("their secret", "here"));
    }
}
