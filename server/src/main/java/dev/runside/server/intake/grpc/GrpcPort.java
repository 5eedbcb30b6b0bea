package dev.runside.server.intake.grpc;

import dev.runside.server.intake.PlainAddress;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.nio.NioEventLoopGroup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The port where OpenTelemetry's exporters look by themselves when they speak gRPC. Without TLS, as
 * the other one of OTLP.
 */
@Component
public class GrpcPort implements SmartLifecycle {

    private static final int MOST_CALLS_OF_CONNECTION = 32;
    private static final int MOST_METADATA_BYTES = 16 * 1024;
    private static final long PATIENCE_SECONDS = 5;

    private final InetSocketAddress address;
    private final Services services;
    private final List<GrpcMethod> methods;
    private final Limits limits;
    private Optional<Running> running = Optional.empty();

    private record Running(Server server, ExecutorService calls, EventLoopGroup network) {}

    @Autowired
    GrpcPort(
            Services services,
            List<GrpcMethod> methods,
            @Value("${runside.otlp-grpc-port:4317}") int port,
            @Value("${server.address:127.0.0.1}") InetAddress address,
            @Value("${runside.insecure:false}") boolean insecure) {
        this(
                services,
                methods,
                new InetSocketAddress(PlainAddress.of("OTLP over gRPC", address, insecure), port),
                Limits.USUAL);
    }

    GrpcPort(
            Services services, List<GrpcMethod> methods, InetSocketAddress address, Limits limits) {
        this.services = services;
        this.methods = methods;
        this.address = address;
        this.limits = limits;
    }

    /** The port that it listens on, once the server has started. */
    public synchronized int number() {
        return running.orElseThrow(() -> new IllegalStateException("Not started")).server.getPort();
    }

    @Override
    public synchronized void start() {
        ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
        // One thread moves the bytes of all connections; more would only hold memory.
        EventLoopGroup network = new NioEventLoopGroup(1);
        try {
            running = Optional.of(new Running(server(calls, network).start(), calls, network));
        } catch (IOException e) {
            network.shutdownGracefully();
            calls.shutdown();
            throw new IllegalStateException(
                    "OTLP over gRPC cannot listen on %s:%d; choose another with --otlp-grpc-port or runside.otlp-grpc-port"
                            .formatted(address.getHostString(), address.getPort()),
                    e);
        }
    }

    private Server server(ExecutorService calls, EventLoopGroup network) {
        return NettyServerBuilder.forAddress(address)
                .bossEventLoopGroup(network)
                .workerEventLoopGroup(network)
                .channelFactory(() -> new BoundedListener(limits.connections()))
                .executor(calls)
                .addServices(services.of(methods))
                .maxInboundMessageSize(Requests.MOST_BYTES)
                .maxInboundMetadataSize(MOST_METADATA_BYTES)
                .maxConcurrentCallsPerConnection(MOST_CALLS_OF_CONNECTION)
                .maxConnectionIdle(limits.idle().toMillis(), TimeUnit.MILLISECONDS)
                .maxConnectionAge(limits.age().toMillis(), TimeUnit.MILLISECONDS)
                .maxConnectionAgeGrace(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .build();
    }

    @Override
    public synchronized void stop() {
        running.ifPresent(GrpcPort::end);
        running = Optional.empty();
    }

    private static void end(Running running) {
        running.server.shutdown();
        try {
            running.server.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        running.server.shutdownNow();
        running.network.shutdownGracefully(0, PATIENCE_SECONDS, TimeUnit.SECONDS);
        running.calls.shutdown();
    }

    @Override
    public synchronized boolean isRunning() {
        return running.isPresent();
    }

    /** Opens when all else has started and closes first, as the server's other ports do. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE;
    }
}
