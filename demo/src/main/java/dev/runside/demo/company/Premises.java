package dev.runside.demo.company;

import dev.runside.demo.database.OrdersDatabase;
import dev.runside.demo.process.Supervised;
import dev.runside.demo.site.Ports;
import dev.runside.demo.site.Role;
import dev.runside.demo.site.Secret;
import dev.runside.demo.site.Site;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Opens and closes the company: ports, secrets, database, processes. */
public final class Premises {

    private static final List<Role> SERVICES =
            List.of(Role.INVENTORY, Role.CHECKOUT, Role.GATEWAY, Role.REPORTING, Role.ASSISTANT);

    private final Site site;
    private final Company company;

    public Premises(Site site) {
        this.site = site;
        this.company = new Company(site);
    }

    /**
     * Chooses the ports, the same as before where they are free, and makes the secrets that are not
     * there yet.
     */
    public static Site prepare(Path directory, URI runside, URI otlp) throws IOException {
        Map<String, Integer> before =
                Site.standsIn(directory) ? Site.read(directory).ports() : Map.of();
        Site site = new Site(directory, Ports.choose(Company.names(), before), runside, otlp);
        site.write();
        site.secret("flags").orNew();
        Secret pager = site.secret("pager-webhook");
        if (pager.find().isEmpty()) {
            pager.write(webhookSecret());
        }
        return site;
    }

    private static String webhookSecret() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return "whsec_" + Base64.getEncoder().encodeToString(key);
    }

    /** Makes the database at the first start, and starts it. */
    public void openDatabase() throws IOException {
        new OrdersDatabase(site).create();
        start(OrdersDatabase.NAME);
    }

    /** Starts the services that do not run yet, without waiting for them to answer. */
    public void openRest() throws IOException {
        for (Role role : SERVICES) {
            start(role.service());
        }
    }

    /** Lets the people in, as soon as every service answers. */
    public void welcome(Duration patience) throws IOException {
        new OrdersDatabase(site).awaitAnswer(patience);
        for (Role role : SERVICES) {
            Supervised process = company.process(role);
            new Health(site).await(role.service(), patience, () -> process.find().isPresent());
        }
        start(Role.PEOPLE.service());
        new Health(site).await(Role.PEOPLE.service(), patience, () -> true);
    }

    private void start(String name) throws IOException {
        Supervised process = company.process(name);
        if (process.find().isEmpty()) {
            process.start();
        }
    }

    /** Stops everything, customers first and the database last, whoever started it. */
    public void close() {
        stop(Role.PEOPLE.service());
        List<Thread> stopping = new ArrayList<>();
        for (Role role : SERVICES) {
            stopping.add(Thread.ofVirtual().start(() -> stop(role.service())));
        }
        for (Thread one : stopping) {
            join(one);
        }
        stop(OrdersDatabase.NAME);
    }

    private void stop(String name) {
        company.process(name).stop(Duration.ofSeconds(5));
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
