package dev.runside.server.intake.grpc;

import io.grpc.netty.shaded.io.netty.channel.Channel;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioServerSocketChannel;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Accepts so many connections at one time and closes further ones at once: each costs memory and a
 * file, also one that never says a word.
 */
final class BoundedListener extends NioServerSocketChannel {

    private final int most;
    private final AtomicInteger open = new AtomicInteger();

    BoundedListener(int most) {
        this.most = most;
    }

    @Override
    protected int doReadMessages(List<Object> accepted) throws Exception {
        int before = accepted.size();
        int read = super.doReadMessages(accepted);
        if (accepted.size() > before) {
            admit((Channel) accepted.getLast(), accepted);
        }
        return read;
    }

    private void admit(Channel connection, List<Object> accepted) {
        if (open.incrementAndGet() > most) {
            open.decrementAndGet();
            accepted.removeLast();
            connection.unsafe().closeForcibly();
        } else {
            connection.closeFuture().addListener(_ -> open.decrementAndGet());
        }
    }
}
