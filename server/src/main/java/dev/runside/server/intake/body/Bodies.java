package dev.runside.server.intake.body;

import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.zip.GZIPInputStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Reads request bodies, packed ones too, up to a size; and all of them together up to a size, so
 * that many large ones at once are told to come again instead of filling the memory.
 */
@Component
public class Bodies {

    private static final int PIECE = 64 * 1024;

    private final Semaphore pieces;

    Bodies(@Value("${runside.intake.bodies:48MB}") DataSize all) {
        this.pieces = new Semaphore((int) (all.toBytes() / PIECE));
    }

    /** A body in memory; closing it makes room for others. */
    public final class Body implements AutoCloseable {

        private final byte[] bytes;
        private final int taken;

        private Body(byte[] bytes, int taken) {
            this.bytes = bytes;
            this.taken = taken;
        }

        public byte[] bytes() {
            return bytes;
        }

        @Override
        public void close() {
            pieces.release(taken);
        }
    }

    /** Begins to read a body, unpacked. */
    public interface Opening {
        InputStream open() throws IOException;
    }

    /**
     * @param most bytes, unpacked
     */
    public Body read(HttpServletRequest request, int most) {
        return read(() -> unpacked(request), most);
    }

    /** As {@link #read(HttpServletRequest, int)}, of what does not come as a servlet request. */
    public Body read(Opening opening, int most) {
        var reading = new Reading(most);
        try (InputStream body = opening.open()) {
            reading.all(body);
            return new Body(reading.bytes.toByteArray(), reading.taken);
        } catch (IOException e) {
            pieces.release(reading.taken);
            throw Problem.of(
                    ErrorCode.MALFORMED_BODY, "The body broke off or is not what it says it is.");
        } catch (RuntimeException e) {
            pieces.release(reading.taken);
            throw e;
        }
    }

    private static InputStream unpacked(HttpServletRequest request) throws IOException {
        String encoding =
                Optional.ofNullable(request.getHeader("Content-Encoding")).orElse("identity");
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "identity", "" -> request.getInputStream();
            case "gzip", "x-gzip" -> new GZIPInputStream(request.getInputStream(), PIECE);
            default ->
                    throw Problem.of(
                                    ErrorCode.WRONG_MEDIA_TYPE,
                                    "The content encoding '" + encoding + "' is not known here.")
                            .withFix("Send it plain or with Content-Encoding: gzip.");
        };
    }

    private final class Reading {

        private final int most;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int taken;

        Reading(int most) {
            this.most = most;
        }

        void all(InputStream body) throws IOException {
            byte[] piece = new byte[PIECE];
            int length = body.readNBytes(piece, 0, PIECE);
            while (length > 0) {
                take(piece, length);
                length = body.readNBytes(piece, 0, PIECE);
            }
        }

        private void take(byte[] piece, int length) {
            if (bytes.size() + length > most) {
                throw Problem.of(
                        ErrorCode.TOO_LARGE, "A body may have at most " + most + " bytes here.");
            }
            if (!pieces.tryAcquire()) {
                throw Problem.of(
                        ErrorCode.INTAKE_FULL, "Too much is being read in at this moment.");
            }
            taken++;
            bytes.write(piece, 0, length);
        }
    }
}
