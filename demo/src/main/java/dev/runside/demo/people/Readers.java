package dev.runside.demo.people;

import dev.runside.demo.service.Reply;
import dev.runside.demo.service.Upstream;

/** Looks at the report every second; writes to the support desk when it is old. */
final class Readers {

    /** Older than this, a report that comes every two seconds is noticed. */
    private static final long OLD_MS = 8_000;

    private final Upstream reporting;
    private final SupportDesk desk;
    private final Tally tally;

    Readers(Upstream reporting, SupportDesk desk, Tally tally) {
        this.reporting = reporting;
        this.desk = desk;
        this.tally = tally;
    }

    void read() {
        if (reporting.get("/report") instanceof Reply.Answered answered
                && answered.status() == 200) {
            long age = answered.json().path("ageMs").asLong(0);
            tally.report(answered.json().path("runs").asLong(0));
            if (age > OLD_MS) {
                desk.reportOld(age);
            }
        }
    }
}
