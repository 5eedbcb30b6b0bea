package dev.runside.server.intake.inquiry;

import dev.runside.server.intake.inquiry.Unanswered.Away;
import dev.runside.server.storage.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * The tokens that sources want: files of {@code DIR/source-token}, put there by whoever runs the
 * server. Read each time, so that a new one counts at once; nobody but the server's user may.
 */
@Component
class TokenFiles {

    static final String FOLDER = "source-token";

    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,4000}");
    private static final Set<PosixFilePermission> OTHERS =
            Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

    private final DataDirectory directory;

    TokenFiles(DataDirectory directory) {
        this.directory = directory;
    }

    String read(String name) {
        Path file = directory.file(FOLDER).resolve(name);
        try {
            if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
                throw new Away("its token is not sent: others can read the file " + name);
            }
            String token = Files.readString(file).strip();
            if (!TOKEN.matcher(token).matches()) {
                throw new Away("the file " + name + " holds no token");
            }
            return token;
        } catch (IOException _) {
            throw new Away("its token cannot be read: " + FOLDER + "/" + name);
        }
    }
}
