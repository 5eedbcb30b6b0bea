package dev.runside.demo.company;

import dev.runside.demo.process.Supervised;
import dev.runside.demo.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/**
 * Stops a service on purpose, which Runside is told first; starts it again, which ends the change.
 */
public final class PlannedStop {

    private final Site site;
    private final Announcements announcements;

    public PlannedStop(Site site) {
        this.site = site;
        this.announcements = new Announcements(site);
    }

    /**
     * @throws IOException where Runside could not be told; the service then goes on
     */
    public void stop(String service, String by) throws IOException {
        String id = "stop-" + service + "-" + UUID.randomUUID().toString().substring(0, 8);
        if (!announcements.stopStarted(change(id, service, by))) {
            throw new IOException(
                    "Runside could not be told of the stop, so " + service + " was not stopped");
        }
        Files.writeString(changeFile(service), id);
        new Company(site).process(service).stop(Duration.ofSeconds(10));
    }

    public void start(String service, String by) throws IOException {
        Supervised process = new Company(site).process(service);
        if (process.find().isEmpty()) {
            process.start();
        }
        if (Files.exists(changeFile(service))) {
            announcements.stopFinished(
                    change(Files.readString(changeFile(service)).strip(), service, by));
            Files.delete(changeFile(service));
        }
    }

    private static Change change(String id, String service, String by) {
        return new Change(id, service, "", "planned stop of " + service, by);
    }

    private Path changeFile(String service) {
        return site.folder().resolve("run").resolve(service + ".change");
    }
}
