package dev.runside.server.intake.grpc;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import dev.runside.server.problem.Problem;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;

/** A problem as gRPC says it. With a delay to retry after where the same will do later. */
final class GrpcStatus {

    private static final int RETRY_SECONDS = 2;

    private GrpcStatus() {}

    static StatusRuntimeException of(Problem problem) {
        var status =
                Status.newBuilder()
                        .setCode(problem.code().rpcCode())
                        .setMessage(problem.detail() + " " + problem.fix());
        switch (problem.code().kind()) {
            case OVERLOAD, DEPENDENCY -> status.addDetails(Any.pack(retry()));
            case CALLER, INTERNAL -> {}
        }
        return StatusProto.toStatusRuntimeException(status.build());
    }

    private static RetryInfo retry() {
        return RetryInfo.newBuilder()
                .setRetryDelay(Duration.newBuilder().setSeconds(RETRY_SECONDS))
                .build();
    }
}
