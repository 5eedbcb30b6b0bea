package dev.runside.server.replay;

import dev.runside.core.Ref;
import dev.runside.core.page.Page;
import dev.runside.core.replay.Replayed;
import dev.runside.core.replay.Replayed.Member;
import dev.runside.core.replay.Replayed.Outcome;
import dev.runside.core.signal.Signal;
import dev.runside.core.triage.Incident;
import dev.runside.core.triage.Judgement;
import dev.runside.core.triage.Suspect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What came of a recording, as JSON. */
final class IncidentsFile {

    private static final ObjectWriter JSON =
            JsonMapper.shared().writer().with(SerializationFeature.INDENT_OUTPUT);

    private IncidentsFile() {}

    /**
     * @param pages how many pages went out in all
     * @param unmapped how many signals the catalog gives no subject
     */
    record Document(int signals, int unmapped, int pages, List<IncidentItem> incidents) {}

    /**
     * @param members ids of the signals that say so, oldest first
     * @param endedBy ids of the signals that say what of it is over
     */
    record IncidentItem(
            String id,
            long number,
            String title,
            String tier,
            String why,
            String state,
            @Nullable String owner,
            @Nullable String gap,
            List<String> paged,
            List<String> informed,
            @Nullable String seam,
            List<String> products,
            List<String> radius,
            List<SuspectItem> suspects,
            List<String> members,
            List<String> endedBy,
            List<FindingItem> findings,
            List<PageItem> pages,
            Instant startedAt,
            Instant detectedAt,
            Instant openedAt,
            @Nullable Instant recoveredAt) {}

    record SuspectItem(String ref, String at, String kind, double score, List<String> evidence) {}

    record FindingItem(
            String kind,
            String subject,
            String sentence,
            Instant startedAt,
            List<String> members) {}

    record PageItem(@Nullable Instant sentAt, List<String> to, String reason) {}

    static void write(Replayed replayed, List<Signal> signals, Path file) throws IOException {
        int unmapped = (int) signals.stream().filter(signal -> signal.subject().isEmpty()).count();
        int pages = replayed.incidents().stream().mapToInt(each -> each.pages().size()).sum();
        Document document =
                new Document(
                        replayed.signals(),
                        unmapped,
                        pages,
                        replayed.incidents().stream().map(IncidentsFile::item).toList());
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.writeString(file, JSON.writeValueAsString(document) + System.lineSeparator());
    }

    private static IncidentItem item(Outcome outcome) {
        Incident incident = outcome.incident();
        Judgement judgement = incident.judgement();
        return new IncidentItem(
                incident.id(),
                incident.number(),
                judgement.title(),
                word(judgement.tier()),
                judgement.why(),
                word(incident.state()),
                judgement.owner().map(Ref::toString).orElse(null),
                judgement.gap().orElse(null),
                refs(judgement.paged()),
                refs(judgement.informed()),
                judgement.seam().map(Ref::toString).orElse(null),
                refs(judgement.products()),
                refs(judgement.radius()),
                judgement.suspects().stream().map(IncidentsFile::item).toList(),
                outcome.members().stream().flatMap(each -> each.raisedBy().stream()).toList(),
                outcome.members().stream().flatMap(each -> each.endedBy().stream()).toList(),
                outcome.members().stream().map(IncidentsFile::item).toList(),
                outcome.pages().stream().map(IncidentsFile::item).toList(),
                incident.times().startedAt(),
                incident.times().detectedAt(),
                incident.times().openedAt(),
                incident.times().recoveredAt().orElse(null));
    }

    private static SuspectItem item(Suspect suspect) {
        return new SuspectItem(
                suspect.ref().toString(),
                suspect.at().toString(),
                suspect.kind(),
                Math.round(suspect.score() * 1000) / 1000.0,
                suspect.evidence());
    }

    private static FindingItem item(Member member) {
        return new FindingItem(
                member.finding().kind(),
                member.finding().subject().toString(),
                member.finding().said(),
                member.finding().startedAt(),
                member.raisedBy());
    }

    private static PageItem item(Page page) {
        return new PageItem(page.sentAt().orElse(null), refs(page.to()), page.reason());
    }

    private static List<String> refs(Collection<Ref> refs) {
        return refs.stream().map(Ref::toString).toList();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
