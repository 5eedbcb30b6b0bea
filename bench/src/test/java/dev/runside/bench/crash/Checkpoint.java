package dev.runside.bench.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Where {@link AppendMain} asks whether it may go on. It may, unless a stop was set. */
final class Checkpoint implements AutoCloseable {

    /** Seen from the line that is written. */
    enum Moment {
        BEFORE,
        AFTER
    }

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Map<String, Stop> stops = new ConcurrentHashMap<>();
    private final List<String> arrivals = new CopyOnWriteArrayList<>();

    Checkpoint() throws IOException {
        Thread.ofVirtual().name("checkpoint").start(this::receive);
    }

    int port() {
        return door.getLocalPort();
    }

    Stop stopAt(String line, Moment moment) {
        Stop stop = new Stop("the line " + line + ", " + moment);
        stops.put(line + " " + moment, stop);
        return stop;
    }

    /** How often a program began to write this line. */
    long attempts(String line) {
        return arrivals.stream().filter((line + " " + Moment.BEFORE)::equals).count();
    }

    private void receive() {
        try {
            while (true) {
                Socket program = door.accept();
                Thread.ofVirtual().start(() -> question(program));
            }
        } catch (IOException _) {
            // closed
        }
    }

    private void question(Socket program) {
        try (program;
                var in =
                        new BufferedReader(
                                new InputStreamReader(
                                        program.getInputStream(), StandardCharsets.UTF_8))) {
            for (String said = in.readLine(); said != null; said = in.readLine()) {
                arrivals.add(said);
                Stop stop = stops.get(said);
                if (stop != null && !stop.pass()) {
                    return;
                }
                program.getOutputStream().write("go\n".getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException _) {
            // the program is gone
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        stops.values().forEach(Stop::turnAway);
        door.close();
    }
}
