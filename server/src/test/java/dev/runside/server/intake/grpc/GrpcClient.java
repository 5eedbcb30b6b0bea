package dev.runside.server.intake.grpc;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.RetryInfo;
import io.grpc.CallOptions;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.assertj.core.api.Assertions;

/** Calls the server's gRPC port with whatever bytes a test wants. */
final class GrpcClient implements AutoCloseable {

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final ManagedChannel channel;

    GrpcClient(int port) {
        this.channel = NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
    }

    ManagedChannel channel() {
        return channel;
    }

    static Metadata bearer(String token) {
        var metadata = new Metadata();
        if (!token.isEmpty()) {
            metadata.put(AUTHORIZATION, "Bearer " + token);
        }
        return metadata;
    }

    byte[] call(String method, String token, byte[] request) {
        return call(method, token, request, "gzip");
    }

    private byte[] call(String method, String token, byte[] request, String compression) {
        return ClientCalls.blockingUnaryCall(
                ClientInterceptors.intercept(
                        channel, MetadataUtils.newAttachHeadersInterceptor(bearer(token))),
                descriptor(method),
                CallOptions.DEFAULT.withCompression(compression),
                request);
    }

    StatusRuntimeException refused(String method, String token, byte[] request) {
        return Assertions.catchThrowableOfType(
                StatusRuntimeException.class, () -> call(method, token, request));
    }

    StatusRuntimeException refusedUnpacked(String method, String token, byte[] request) {
        return Assertions.catchThrowableOfType(
                StatusRuntimeException.class, () -> call(method, token, request, "identity"));
    }

    static MethodDescriptor<byte[], byte[]> descriptor(String method) {
        return MethodDescriptor.<byte[], byte[]>newBuilder()
                .setType(MethodDescriptor.MethodType.UNARY)
                .setFullMethodName(method)
                .setRequestMarshaller(new Bytes())
                .setResponseMarshaller(new Bytes())
                .build();
    }

    /** When it may be sent again; empty where it may not. */
    static Optional<RetryInfo> retry(StatusRuntimeException refused)
            throws InvalidProtocolBufferException {
        var status = StatusProto.fromThrowable(refused);
        if (status == null || status.getDetailsCount() == 0) {
            return Optional.empty();
        }
        return Optional.of(status.getDetails(0).unpack(RetryInfo.class));
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }

    private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {

        @Override
        public InputStream stream(byte[] bytes) {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
