package dev.runside.demo.company;

import dev.runside.demo.database.OrdersDatabase;
import dev.runside.demo.process.Signal;
import dev.runside.demo.process.Supervised;
import dev.runside.demo.site.Role;
import dev.runside.demo.site.Site;
import java.util.List;
import java.util.stream.Stream;

/** Every process of the company, by name. */
public final class Company {

    private final Site site;

    public Company(Site site) {
        this.site = site;
    }

    /** In the order in which they can be stopped without anybody noticing a failure. */
    public static List<String> names() {
        return Stream.concat(
                        Stream.of(
                                        Role.PEOPLE,
                                        Role.ASSISTANT,
                                        Role.REPORTING,
                                        Role.GATEWAY,
                                        Role.CHECKOUT,
                                        Role.INVENTORY)
                                .map(Role::service),
                        Stream.of(OrdersDatabase.NAME))
                .toList();
    }

    public Supervised process(String name) {
        return name.equals(OrdersDatabase.NAME)
                ? new OrdersDatabase(site).process()
                : process(Role.of(name));
    }

    public Supervised process(Role role) {
        String name = role.service();
        return new Supervised(
                name, command(role), site.pidFile(name), site.logFile(name), Signal.TERMINATE);
    }

    private List<String> command(Role role) {
        return new ServiceCommand(site).of(role.service());
    }

    /** What the catalog calls it. */
    public static String subject(String name) {
        return name.equals(OrdersDatabase.NAME)
                ? "system:orders-db"
                : Role.of(name)
                        .subject()
                        .orElseThrow(() ->
                                new IllegalArgumentException(name + " is no hop of the company"));
    }
}
