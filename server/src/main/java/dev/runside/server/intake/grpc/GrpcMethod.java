package dev.runside.server.intake.grpc;

import dev.runside.server.access.Caller;

/** A unary method that is served. A refusal is a problem, as everywhere. */
public interface GrpcMethod {

    /** With its service, as {@code package.Service/Method}. */
    String name();

    /** The encoded answer, when what was asked is durable. */
    byte[] answer(Caller caller, byte[] request);
}
