package dev.runside.server.intake.grpc;

import dev.runside.server.intake.body.Bodies;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import io.grpc.MethodDescriptor;
import io.grpc.StatusRuntimeException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.springframework.stereotype.Component;

/** Takes requests as bytes, all of them together up to the size that bodies may have. */
@Component
class Requests implements MethodDescriptor.Marshaller<Received> {

    /** What OpenTelemetry's own receiver takes. */
    static final int MOST_BYTES = 4 * 1024 * 1024;

    private final Bodies bodies;

    Requests(Bodies bodies) {
        this.bodies = bodies;
    }

    /** gRPC reads one byte more than it allows, and throws then. */
    @Override
    public Received parse(InputStream stream) {
        try {
            return new Received.Whole(bodies.read(() -> stream, MOST_BYTES));
        } catch (Problem problem) {
            return new Received.Refused(problem);
        } catch (StatusRuntimeException _) {
            return new Received.Refused(
                    Problem.of(
                            ErrorCode.TOO_LARGE,
                            "A message may have at most " + MOST_BYTES + " bytes, unpacked."));
        }
    }

    @Override
    public InputStream stream(Received received) {
        throw new UnsupportedOperationException("Requests are read only");
    }

    /** Answers are encoded already. */
    static final class Answers implements MethodDescriptor.Marshaller<byte[]> {

        @Override
        public InputStream stream(byte[] answer) {
            return new ByteArrayInputStream(answer);
        }

        @Override
        public byte[] parse(InputStream stream) {
            throw new UnsupportedOperationException("Answers are written only");
        }
    }
}
