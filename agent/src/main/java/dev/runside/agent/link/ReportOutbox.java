package dev.runside.agent.link;

import static java.lang.System.Logger.Level.ERROR;

import dev.runside.agent.act.Reports;
import dev.runside.agent.journal.Journal;
import dev.runside.agent.step.Report;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Reports on their way to the server; the journal is told when one has arrived. */
public final class ReportOutbox implements Reports, Runnable {

    private static final System.Logger LOG = System.getLogger("runside.agent");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ServerLink link;
    private final Journal journal;
    private final Outbox<Report> outbox;

    public ReportOutbox(ServerLink link, Journal journal) {
        this.link = link;
        this.journal = journal;
        this.outbox = new Outbox<>("reports", 1000, 1, Report::equals, this::carry);
    }

    @Override
    public void send(Report report) {
        outbox.add(report);
    }

    @Override
    public void run() {
        outbox.run();
    }

    private Delivery carry(List<Report> batch) throws InterruptedException {
        Report report = batch.getFirst();
        Delivery delivery =
                link.deliver("/api/v1/agents/report", JSON.writeValueAsBytes(wire(report)));
        if (!(delivery instanceof Delivery.Later)) {
            arrived(report);
        }
        return delivery;
    }

    private void arrived(Report report) {
        try {
            journal.reported(report.key());
        } catch (IOException e) {
            LOG.log(ERROR, "That " + report.key() + " is reported could not be written down", e);
        }
    }

    private static Map<String, ?> wire(Report report) {
        Map<String, Object> wire = new HashMap<>();
        wire.put("key", report.key());
        wire.put("epoch", report.epoch());
        wire.put("outcome", report.outcome().word());
        wire.put("reason", report.reason());
        wire.put("output", report.output());
        wire.put("startedAt", Wire.time(report.startedAt()));
        wire.put("endedAt", Wire.time(report.endedAt()));
        wire.put("durationMs", report.duration().toMillis());
        return wire;
    }
}
