package dev.runside.bench.heal.fleet;

import dev.runside.bench.rig.Victim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Like services of one side: small real processes, each with an address that tells its health. */
public record Fleet(Path folder, List<Service> services) implements AutoCloseable {

    private static final Ports PORTS = new Ports();

    public Fleet {
        services = List.copyOf(services);
    }

    /** Not started yet. */
    public static Fleet in(Path folder, int size) throws IOException {
        Path stamps = Files.createDirectories(folder.resolve("remedies"));
        Path launcher = Launcher.write(folder);
        List<Service> services = new ArrayList<>();
        for (int number = 1; number <= size; number++) {
            String name = "s%02d".formatted(number);
            Path trace = stamps.resolve(name);
            Victim victim =
                    new Victim(
                            name,
                            "hop:fleet/" + name,
                            folder,
                            PORTS.take(),
                            List.of(launcher.toString(), trace.toString()));
            services.add(new Service(victim, new Stamps(trace)));
        }
        return new Fleet(folder, services);
    }

    /** Returns when all answer. */
    public void start() throws IOException, InterruptedException {
        for (Service service : services) {
            service.victim().start();
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        for (Service service : services) {
            service.victim().stop();
        }
    }
}
