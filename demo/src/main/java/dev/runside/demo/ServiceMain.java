package dev.runside.demo;

import dev.runside.demo.assistant.Assistant;
import dev.runside.demo.people.People;
import dev.runside.demo.reporting.Pipeline;
import dev.runside.demo.service.Pause;
import dev.runside.demo.service.Service;
import dev.runside.demo.shop.Checkout;
import dev.runside.demo.shop.Gateway;
import dev.runside.demo.shop.Inventory;
import dev.runside.demo.site.Role;
import dev.runside.demo.site.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** The main method of each process of the sample company: {@code ServiceMain ROLE DIRECTORY}. */
public final class ServiceMain {

    private static final String REHEARSAL = "rehearsal";

    private ServiceMain() {}

    public static void main(String... arguments) throws IOException {
        // Without it a small answer waits 40 ms for the client's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        Site site = Site.read(Path.of(arguments[1]));
        if (arguments[0].equals(REHEARSAL)) {
            rehearse(site);
        } else {
            open(Role.of(arguments[0]), site);
        }
    }

    private static void open(Role role, Site site) throws IOException {
        Service service = new Service(role, site);
        switch (role) {
            case GATEWAY -> Gateway.open(service);
            case CHECKOUT -> Checkout.open(service);
            case INVENTORY -> Inventory.open(service);
            case REPORTING -> Pipeline.open(service);
            case ASSISTANT -> Assistant.open(service);
            case PEOPLE -> People.open(service);
        }
    }

    /**
     * All of them in one process, without a database, for as long as it takes to load what they
     * need.
     */
    private static void rehearse(Site site) throws IOException {
        for (Role role : Role.values()) {
            open(role, site);
        }
        Pause.of(Duration.ofSeconds(3));
        System.exit(0);
    }
}
