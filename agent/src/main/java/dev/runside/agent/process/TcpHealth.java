package dev.runside.agent.process;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** Answers when it takes a connection. */
record TcpHealth(String host, int port) implements Health {

    @Override
    public HealthAnswer ask(Duration timeout) throws InterruptedException {
        try (Socket socket = new Socket()) {
            int millis = (int) Math.clamp(timeout.toMillis(), 1, Integer.MAX_VALUE);
            socket.connect(new InetSocketAddress(host, port), millis);
            return HealthAnswer.good();
        } catch (SocketTimeoutException silent) {
            return new HealthAnswer.Miss("no answer within " + timeout.toMillis() + " ms");
        } catch (ConnectException refused) {
            return new HealthAnswer.Miss("connection refused");
        } catch (IOException broken) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while connecting");
            }
            return new HealthAnswer.Miss("connection broken: " + broken.getMessage());
        }
    }
}
