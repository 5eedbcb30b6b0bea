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

    /** Of a body that is read before anybody has shown who they are. */
    static final long MOST_BYTES_OF_ANYBODY = 1024L * 1024;

    private static final String MOST = BoundedBody.class.getName() + ".most";

    BoundedBody(HttpServletRequest request) {
        super(request);
    }

    /** To be called before the body is read, where nobody has to show who they are. */
    static void ofAnybody(HttpServletRequest request) {
        request.setAttribute(MOST, MOST_BYTES_OF_ANYBODY);
    }

    static Problem tooLarge() {
        return tooLarge(MOST_BYTES);
    }

    private static Problem tooLarge(long most) {
        return Problem.of(ErrorCode.TOO_LARGE, "A body may have at most " + most + " bytes here.");
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Counted(
                super.getInputStream(),
                getAttribute(MOST) instanceof Long most ? most : MOST_BYTES);
    }

    private static final class Counted extends ServletInputStream {

        private final ServletInputStream body;
        private final long most;
        private long seen;

        Counted(ServletInputStream body, long most) {
            this.body = body;
            this.most = most;
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
            if (seen > most) {
                throw tooLarge(most);
            }
        }
    }
}
