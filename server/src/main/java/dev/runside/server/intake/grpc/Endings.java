package dev.runside.server.intake.grpc;

import dev.runside.server.access.Caller;
import dev.runside.server.access.Caller.SourceCaller;
import dev.runside.server.intake.IntakeMeters;
import dev.runside.server.intake.tally.SourceTally;
import dev.runside.server.problem.Problem;
import dev.runside.server.problem.Translation;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Ends calls, served or not, and counts them. */
@Component
class Endings {

    private static final Logger log = LoggerFactory.getLogger(Endings.class);

    private final IntakeMeters meters;
    private final SourceTally tally;

    Endings(IntakeMeters meters, SourceTally tally) {
        this.meters = meters;
        this.tally = tally;
    }

    void answer(ServerCall<?, byte[]> call, Caller caller, byte[] answer) {
        if (caller instanceof SourceCaller source) {
            tally.accepted(source.source(), path(call));
        }
        call.sendHeaders(new Metadata());
        call.sendMessage(answer);
        call.close(Status.OK, new Metadata());
    }

    void refuse(ServerCall<?, ?> call, Caller caller, RuntimeException failure) {
        if (caller instanceof SourceCaller source) {
            tally.refused(source.source(), path(call));
        }
        refuse(call, failure);
    }

    /** Of somebody who is not known. */
    void refuse(ServerCall<?, ?> call, RuntimeException failure) {
        Problem problem = Translation.of(failure);
        switch (problem.code().kind()) {
            case INTERNAL -> log.error("{} failed", path(call), failure);
            case CALLER, OVERLOAD, DEPENDENCY -> log.debug("{}: {}", path(call), problem.detail());
        }
        meters.refused("grpc", problem.code());
        StatusRuntimeException status = GrpcStatus.of(problem);
        call.close(
                status.getStatus(),
                Optional.ofNullable(status.getTrailers()).orElseGet(Metadata::new));
    }

    /** As HTTP carries it. */
    private static String path(ServerCall<?, ?> call) {
        return "/" + call.getMethodDescriptor().getFullMethodName();
    }
}
