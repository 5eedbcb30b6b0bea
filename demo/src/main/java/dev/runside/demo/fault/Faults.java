package dev.runside.demo.fault;

import dev.runside.demo.assistant.Assistant;
import dev.runside.demo.company.Company;
import dev.runside.demo.company.Deploy;
import dev.runside.demo.database.OrdersDatabase;
import dev.runside.demo.process.Signal;
import dev.runside.demo.process.Supervised;
import dev.runside.demo.service.Upstream;
import dev.runside.demo.service.Versions;
import dev.runside.demo.shop.Gateway;
import dev.runside.demo.shop.Inventory;
import dev.runside.demo.site.Role;
import dev.runside.demo.site.Site;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Breaks and mends. Both can be done again without harm. */
public final class Faults {

    private static final String BUILDER = "user:mara";

    private final Site site;
    private final Company company;
    private final Flagging flagging;

    public Faults(Site site) {
        this.site = site;
        this.company = new Company(site);
        this.flagging = new Flagging(site);
    }

    /**
     * @throws IOException where it could not be done; the message says why
     */
    public void inject(Fault fault) throws IOException {
        switch (fault) {
            case KILL_CHECKOUT -> signalCheckout(Signal.KILL);
            case HANG_CHECKOUT -> signalCheckout(Signal.STOP);
            case SLOW_INVENTORY -> flagging.set(Role.INVENTORY, Map.of(Inventory.LATENCY, "800"));
            case DATABASE_DOWN -> company.process(OrdersDatabase.NAME).stop(Duration.ofSeconds(10));
            case DROP_COLUMN -> deploy("2.0", "checkout 2.0: drop orders.channel");
            case STALL_OUTCOME ->
                    flagging.set(Role.GATEWAY, Map.of(Gateway.HIDE_ORDER_FORM, "true"));
            case DRIFT_ASSISTANT ->
                    flagging.set(Role.ASSISTANT, Map.of(Assistant.MODEL_UPDATE, "true"));
            case LEAK_CONNECTIONS -> flagging.set(Role.INVENTORY, Map.of(Inventory.LEAK, "true"));
        }
    }

    /** Whether there is something to mend. */
    public boolean isBroken(Fault fault) throws IOException {
        return switch (fault) {
            case KILL_CHECKOUT -> isGone(Role.CHECKOUT.service());
            case HANG_CHECKOUT -> !isGone(Role.CHECKOUT.service()) && !answers(Role.CHECKOUT);
            case SLOW_INVENTORY -> flagging.isSet(Role.INVENTORY, Inventory.LATENCY);
            case DATABASE_DOWN -> isGone(OrdersDatabase.NAME);
            case DROP_COLUMN -> Versions.of(site, Role.CHECKOUT.service()).startsWith("2.");
            case STALL_OUTCOME -> flagging.isSet(Role.GATEWAY, Gateway.HIDE_ORDER_FORM);
            case DRIFT_ASSISTANT -> flagging.isSet(Role.ASSISTANT, Assistant.MODEL_UPDATE);
            case LEAK_CONNECTIONS -> flagging.isSet(Role.INVENTORY, Inventory.LEAK);
        };
    }

    private boolean isGone(String name) {
        return company.process(name).find().isEmpty();
    }

    private boolean answers(Role role) {
        URI address = site.address(role.service());
        return new Upstream(address, Duration.ofSeconds(1)).get("/health").good();
    }

    public void mend(Fault fault) throws IOException {
        switch (fault) {
            case KILL_CHECKOUT -> start(Role.CHECKOUT.service());
            case HANG_CHECKOUT ->
                    company.process(Role.CHECKOUT)
                            .find()
                            .ifPresent(p -> Signal.CONTINUE.send(p.pid()));
            case SLOW_INVENTORY -> flagging.set(Role.INVENTORY, Map.of(Inventory.LATENCY, "0"));
            case DATABASE_DOWN -> start(OrdersDatabase.NAME);
            case DROP_COLUMN -> bringColumnBack();
            case STALL_OUTCOME ->
                    flagging.set(Role.GATEWAY, Map.of(Gateway.HIDE_ORDER_FORM, "false"));
            case DRIFT_ASSISTANT ->
                    flagging.set(Role.ASSISTANT, Map.of(Assistant.MODEL_UPDATE, "false"));
            case LEAK_CONNECTIONS -> flagging.set(Role.INVENTORY, Map.of(Inventory.LEAK, "false"));
        }
    }

    private void signalCheckout(Signal signal) throws IOException {
        Supervised checkout = company.process(Role.CHECKOUT);
        ProcessHandle process =
                checkout.find()
                        .orElseThrow(() ->
                                new IOException(
                                        "checkout does not run; see its log: "
                                                + checkout.logFile()));
        if (!signal.send(process.pid())) {
            throw new IOException("process " + process.pid() + " could not be signalled");
        }
    }

    private void start(String name) throws IOException {
        Supervised process = company.process(name);
        if (process.find().isEmpty()) {
            process.start();
        }
    }

    private void bringColumnBack() throws IOException {
        if (Versions.of(site, Role.CHECKOUT.service()).startsWith("2.")) {
            deploy("1.1", "checkout 1.1: bring orders.channel back");
        }
    }

    private void deploy(String version, String summary) throws IOException {
        new Deploy(site).deploy(Role.CHECKOUT, version, summary, BUILDER);
    }
}
