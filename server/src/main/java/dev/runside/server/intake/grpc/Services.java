package dev.runside.server.intake.grpc;

import dev.runside.server.access.Caller;
import dev.runside.server.access.HeaderKeys;
import dev.runside.server.access.Who;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerServiceDefinition;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** The methods as gRPC serves them: whoever is not known is sent away before anything is read. */
@Component
class Services {

    /** At one time, of all connections. */
    private static final int MOST_CALLS = 64;

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final HeaderKeys keys;
    private final Requests requests;
    private final Endings endings;
    private final Semaphore room = new Semaphore(MOST_CALLS);

    Services(HeaderKeys keys, Requests requests, Endings endings) {
        this.keys = keys;
        this.requests = requests;
        this.endings = endings;
    }

    List<ServerServiceDefinition> of(List<GrpcMethod> methods) {
        return methods.stream().map(this::service).toList();
    }

    private ServerServiceDefinition service(GrpcMethod method) {
        var descriptor =
                MethodDescriptor.<Received, byte[]>newBuilder()
                        .setType(MethodDescriptor.MethodType.UNARY)
                        .setFullMethodName(method.name())
                        .setRequestMarshaller(requests)
                        .setResponseMarshaller(new Requests.Answers())
                        .build();
        String service = String.valueOf(MethodDescriptor.extractFullServiceName(method.name()));
        return ServerServiceDefinition.builder(service)
                .addMethod(descriptor, (call, headers) -> begin(method, call, headers))
                .build();
    }

    private ServerCall.Listener<Received> begin(
            GrpcMethod method, ServerCall<Received, byte[]> call, Metadata headers) {
        try {
            Caller caller = caller(call, headers);
            if (!room.tryAcquire()) {
                throw Problem.of(
                        ErrorCode.INTAKE_FULL, MOST_CALLS + " calls are under way already.");
            }
            // One message and no more is ever asked for.
            call.request(1);
            return new Call(call, method, caller, endings, room);
        } catch (RuntimeException e) {
            endings.refuse(call, e);
            return new ServerCall.Listener<>() {};
        }
    }

    private Caller caller(ServerCall<?, ?> call, Metadata headers) {
        Caller caller = keys.caller(headers.get(AUTHORIZATION), sender(call));
        if (!caller.is(Who.SOURCE) && !caller.is(Who.AGENT)) {
            throw Problem.of(ErrorCode.NOT_ALLOWED, "Only sources and agents may do this.");
        }
        return caller;
    }

    private static String sender(ServerCall<?, ?> call) {
        SocketAddress address = call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR);
        return address instanceof InetSocketAddress inet
                ? inet.getAddress().getHostAddress()
                : String.valueOf(address);
    }
}
