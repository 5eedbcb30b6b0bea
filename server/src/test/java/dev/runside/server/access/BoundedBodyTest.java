package dev.runside.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class BoundedBodyTest {

    @Test
    void aBodyThatDoesNotSayItsLengthEndsAtTheBound() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> body((int) BoundedBody.MOST_BYTES + 1).readAllBytes())
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.TOO_LARGE));
    }

    @Test
    void aBodyAtTheBoundIsReadWhole() throws IOException {
        assertThat(body((int) BoundedBody.MOST_BYTES).readAllBytes())
                .hasSize((int) BoundedBody.MOST_BYTES);
    }

    @Test
    void whoHasNotShownWhoTheyAreSendsLess() {
        var request = new MockHttpServletRequest();
        request.setContent(new byte[(int) BoundedBody.MOST_BYTES_OF_ANYBODY + 1]);
        BoundedBody.ofAnybody(request);

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> new BoundedBody(request).getInputStream().readAllBytes())
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.TOO_LARGE));
    }

    private static java.io.InputStream body(int length) throws IOException {
        var request = new MockHttpServletRequest();
        request.setContent(new byte[length]);
        return new BoundedBody(request).getInputStream();
    }
}
