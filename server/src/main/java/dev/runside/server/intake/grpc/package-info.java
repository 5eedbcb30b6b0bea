/**
 * gRPC: unary methods whose requests stay bytes until somebody known has sent them.
 *
 * <pre>
 *   call ─► who is it? ─► bytes, bounded ─► GrpcMethod ─► bytes
 *             └──────────────┴──────────────────┴──► a problem ─► a status
 * </pre>
 */
@NullMarked
package dev.runside.server.intake.grpc;

import org.jspecify.annotations.NullMarked;
