package dev.runside.server.access;

import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;

/**
 * A request whose body ends with a problem where it grows too large, also when it did not say how
 * long it is.
 */
final class BoundedBody extends HttpServletRequestWrapper {

    static final long MOST_BYTES = 20L * 1024 * 1024;

    BoundedBody(HttpServletRequest request) {
        super(request);
    }

    static Problem tooLarge() {
        return Problem.of(ErrorCode.TOO_LARGE, "A body may have at most " + MOST_BYTES + " bytes.");
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Counted(super.getInputStream());
    }

    private static final class Counted extends ServletInputStream {

        private final ServletInputStream body;
        private long seen;

        Counted(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int octet = body.read();
            count(octet < 0 ? 0 : 1);
            return octet;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int octets = body.read(buffer, offset, length);
            count(Math.max(octets, 0));
            return octets;
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }

        private void count(long octets) {
            seen += octets;
            if (seen > MOST_BYTES) {
                throw tooLarge();
            }
        }
    }
}
