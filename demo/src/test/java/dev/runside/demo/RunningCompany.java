package dev.runside.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.demo.company.Company;
import dev.runside.demo.company.Premises;
import dev.runside.demo.fault.Fault;
import dev.runside.demo.fault.Faults;
import dev.runside.demo.service.Reply;
import dev.runside.demo.service.Upstream;
import dev.runside.demo.site.Site;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The real company, and what can be seen of it: from its customers' side and from Runside's. */
final class RunningCompany implements AutoCloseable {

    static final Duration SOON = Duration.ofSeconds(30);

    final Site site;
    final Receiver receiver;
    private final Premises premises;
    private final Faults faults;
    private final Upstream people;

    private RunningCompany(Site site, Receiver receiver) {
        this.site = site;
        this.receiver = receiver;
        this.premises = new Premises(site);
        this.faults = new Faults(site);
        this.people = new Upstream(site.address("people"), Duration.ofSeconds(1));
    }

    static RunningCompany open(Path directory) throws Exception {
        Receiver receiver = new Receiver();
        Site site = Premises.prepare(directory, receiver.address(), receiver.address());
        for (String source : List.of("telemetry", "reporting", "support", "operations")) {
            site.secret("source-" + source).write("rs_source_" + source);
        }
        RunningCompany company = new RunningCompany(site, receiver);
        company.premises.openDatabase();
        company.premises.openRest();
        company.premises.welcome(SOON);
        Until.holds("the shop is in swing", SOON, company::isInSwing);
        return company;
    }

    private boolean isInSwing() {
        return tally("orders") > 50 && tally("answers") > 2 && tally("reportRuns") > 0;
    }

    /** What people of the company have lived through. */
    long tally(String key) {
        return people.get("/tally") instanceof Reply.Answered answered
                ? answered.json().path(key).asLong(0)
                : 0;
    }

    long failures() {
        return tally("failedOrders") + tally("failedVisits") + tally("unhelpfulAnswers");
    }

    /** The newest count of the metrics whose description holds all of the words. */
    double metric(String... words) {
        return receiver.metrics().sum(words).count();
    }

    long lineage(String type) {
        return receiver.told("/api/v1/lineage")
                .filter(told -> told.json().path("eventType").asString("").equals(type))
                .count();
    }

    long tickets(String product) {
        return receiver.told("/api/v1/tickets")
                .filter(told -> told.json().path("product").asString("").equals(product))
                .count();
    }

    boolean runs(String service) {
        return new Company(site).process(service).find().isPresent();
    }

    Upstream service(String name, Duration patience) {
        return new Upstream(site.address(name), patience);
    }

    interface Sight {

        void look() throws Exception;
    }

    void during(Fault fault, Sight sight) throws Exception {
        faults.inject(fault);
        try {
            sight.look();
            assertThat(faults.isBroken(fault)).as("there is something to mend").isTrue();
        } finally {
            faults.mend(fault);
        }
    }

    void takesOrders() throws Exception {
        long orders = tally("orders");
        Until.holds("orders go on", SOON, () -> tally("orders") > orders + 30);
    }

    void completesAReport() throws Exception {
        long complete = lineage("COMPLETE");
        Until.holds("a complete run", SOON, () -> lineage("COMPLETE") > complete);
    }

    @Override
    public void close() {
        premises.close();
        receiver.close();
    }
}
