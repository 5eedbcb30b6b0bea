package dev.runside.demo.people;

import dev.runside.demo.pager.Pager;
import dev.runside.demo.service.Answer;
import dev.runside.demo.service.Every;
import dev.runside.demo.service.Intake;
import dev.runside.demo.service.Service;
import dev.runside.demo.site.Site;
import java.io.IOException;
import java.time.Duration;

/** Brings everybody to life. */
public final class People {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private People() {}

    public static void open(Service service) throws IOException {
        Site site = service.site();
        Tally tally = new Tally();
        SupportDesk desk =
                new SupportDesk(new Intake(site.runside(), site.secret("source-support")), tally);
        Customers customers = new Customers(service.to("gateway", PATIENCE), desk, tally);
        Askers askers = new Askers(service.to("assistant", PATIENCE), customers, tally);
        Readers readers = new Readers(service.to("reporting", PATIENCE), desk, tally);
        Pager.carriedIn(service);
        service.answerUnmeasured("GET", "/tally", _ -> Answer.json(200, tally.all()))
                .open(() -> {});
        Thread.ofVirtual().start(new Doors(customers)::open);
        Every.start(Duration.ofMillis(330), askers::ask);
        Every.start(Duration.ofSeconds(1), readers::read);
    }
}
