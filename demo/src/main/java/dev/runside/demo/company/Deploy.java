package dev.runside.demo.company;

import dev.runside.demo.process.Supervised;
import dev.runside.demo.service.Pause;
import dev.runside.demo.service.Versions;
import dev.runside.demo.site.Role;
import dev.runside.demo.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Puts another version of a service in the place of the running one. The new one starts beside the
 * old one and stands by for its port, so that the change takes a few hundredths of a second.
 *
 * <pre>
 *   announce ──► spawn new ──► it stands by ──► stop old ──► new takes the port ──► announce
 * </pre>
 */
public final class Deploy {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Site site;
    private final Announcements announcements;

    public Deploy(Site site) {
        this.site = site;
        this.announcements = new Announcements(site);
    }

    /**
     * @param by who deploys, as {@code user:name}
     * @throws IOException where the new version does not come up; the old one is then left or
     *     started again
     */
    public void deploy(Role role, String version, String summary, String by) throws IOException {
        String service = role.service();
        String before = Versions.of(site, service);
        String id =
                "deploy-"
                        + service
                        + "-"
                        + version
                        + "-"
                        + UUID.randomUUID().toString().substring(0, 8);
        Change change = new Change(id, service, version, summary, by);
        announcements.deployStarted(change);
        boolean good = false;
        try {
            Versions.set(site, service, version);
            replace(new Company(site).process(role));
            good = true;
        } finally {
            if (!good) {
                Versions.set(site, service, before);
            }
            announcements.deployFinished(change, good);
        }
    }

    private void replace(Supervised service) throws IOException {
        Files.deleteIfExists(site.standbyFile(service.name()));
        Optional<ProcessHandle> old = service.find();
        ProcessHandle started = service.spawn();
        try {
            if (old.isPresent()) {
                awaitStandby(service, started);
            }
            service.own(started.pid());
            old.ifPresent(process -> service.end(process, Duration.ofSeconds(5)));
            new Health(site).await(service.name(), PATIENCE, started::isAlive);
        } catch (IOException e) {
            started.destroyForcibly();
            throw e;
        }
    }

    private void awaitStandby(Supervised service, ProcessHandle started) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!standsBy(service.name(), started.pid())) {
            if (!started.isAlive() || System.nanoTime() > deadline) {
                throw new IOException(
                        "the new "
                                + service.name()
                                + " does not come up; its log: "
                                + service.logFile());
            }
            Pause.of(Duration.ofMillis(5));
        }
    }

    private boolean standsBy(String service, long pid) throws IOException {
        return Files.exists(site.standbyFile(service))
                && Files.readString(site.standbyFile(service)).strip().equals(String.valueOf(pid));
    }
}
