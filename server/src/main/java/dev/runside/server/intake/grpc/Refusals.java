package dev.runside.server.intake.grpc;

import dev.runside.server.intake.IntakeMeters;
import dev.runside.server.problem.Problem;
import dev.runside.server.problem.Translation;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.StatusRuntimeException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Ends calls that are not served, and counts them. */
@Component
class Refusals {

    private static final Logger log = LoggerFactory.getLogger(Refusals.class);

    private final IntakeMeters meters;

    Refusals(IntakeMeters meters) {
        this.meters = meters;
    }

    void refuse(ServerCall<?, ?> call, RuntimeException failure) {
        Problem problem = Translation.of(failure);
        switch (problem.code().kind()) {
            case INTERNAL -> log.error("{} failed", name(call), failure);
            case CALLER, OVERLOAD, DEPENDENCY -> log.debug("{}: {}", name(call), problem.detail());
        }
        meters.refused("grpc", problem.code());
        StatusRuntimeException status = GrpcStatus.of(problem);
        call.close(
                status.getStatus(),
                Optional.ofNullable(status.getTrailers()).orElseGet(Metadata::new));
    }

    private static String name(ServerCall<?, ?> call) {
        return call.getMethodDescriptor().getFullMethodName();
    }
}
