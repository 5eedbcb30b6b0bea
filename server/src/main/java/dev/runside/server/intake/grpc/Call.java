package dev.runside.server.intake.grpc;

import dev.runside.server.access.Caller;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import io.grpc.ServerCall;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * One call of somebody known: its request, its answer. What it holds is given back whichever way it
 * ends. gRPC tells it one thing after the other.
 */
final class Call extends ServerCall.Listener<Received> {

    private final ServerCall<Received, byte[]> call;
    private final GrpcMethod method;
    private final Caller caller;
    private final Endings endings;
    private final Semaphore room;
    private Optional<Received> request = Optional.empty();

    /**
     * @param room one permit of it is held until the end
     */
    Call(
            ServerCall<Received, byte[]> call,
            GrpcMethod method,
            Caller caller,
            Endings endings,
            Semaphore room) {
        this.call = call;
        this.method = method;
        this.caller = caller;
        this.endings = endings;
        this.room = room;
    }

    @Override
    public void onMessage(Received received) {
        request = Optional.of(received);
    }

    @Override
    public void onHalfClose() {
        try {
            endings.answer(call, caller, answer());
        } catch (RuntimeException e) {
            endings.refuse(call, caller, e);
        } finally {
            release();
        }
    }

    private byte[] answer() {
        return switch (request.orElseThrow(Call::nothing)) {
            case Received.Whole(var body) -> method.answer(caller, body.bytes());
            case Received.Refused(Problem problem) -> throw problem;
        };
    }

    private static Problem nothing() {
        return Problem.of(ErrorCode.MALFORMED_BODY, "The call brought no message.");
    }

    @Override
    public void onComplete() {
        end();
    }

    @Override
    public void onCancel() {
        end();
    }

    private void end() {
        release();
        room.release();
    }

    private void release() {
        request.ifPresent(Received::release);
        request = Optional.empty();
    }
}
