package dev.runside.server.intake;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.signal.Signal;
import dev.runside.server.intake.body.Item;
import dev.runside.server.intake.body.Items;
import dev.runside.server.intake.mapping.Meaning;
import dev.runside.server.intake.mapping.ServiceNames;
import dev.runside.server.intake.mapping.Speaker;
import dev.runside.server.intake.mapping.SubjectMapping;
import dev.runside.server.intake.signals.SignalReader;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Reads signals as they would have been taken in, without a server that takes them in. */
public final class RecordedSignals {

    private static final Speaker RECORDING = new Speaker(new Ref("source", "recorded"), _ -> true);

    private final Items items = new Items(JsonMapper.shared());
    private final SubjectMapping mapping;
    private final MetricFit fit;

    public RecordedSignals(Catalog catalog) {
        this.fit = new MetricFit(catalog);
        this.mapping = new SubjectMapping(() -> catalog, new ServiceNames(() -> catalog));
    }

    /**
     * One signal in JSON, which came when it says that it was.
     *
     * @throws Problem that says what is wrong with it, also where it does not say when it was
     */
    public Signal read(byte[] json) {
        List<Draft> read = items.read(json, RecordedSignals::draft);
        if (read.size() != 1) {
            throw Problem.of(ErrorCode.MALFORMED_BODY, "It is not one signal.");
        }
        fit.check(read);
        Draft draft = fit.about(read.getFirst());
        Meaning meaning = mapping.of(RECORDING, draft.subject(), draft.names());
        Instant heard = draft.time().orElse(Instant.EPOCH);
        return Reception.signal(RECORDING.who(), draft, meaning, heard);
    }

    private static Draft draft(Item item) {
        if (!item.has("time")) {
            item.wrong("time", "is missing; a recorded signal says when it was");
        }
        return SignalReader.read(item);
    }
}
