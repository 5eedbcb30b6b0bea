package dev.runside.server.web.incident;

import dev.runside.core.triage.Finding;
import dev.runside.core.triage.Incident;
import dev.runside.server.access.Caller.PersonCaller;
import dev.runside.server.engine.Firings;
import dev.runside.server.engine.Firings.Told;
import dev.runside.server.engine.Incidents;
import dev.runside.server.engine.Incidents.Whole;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import dev.runside.server.web.frame.Frames;
import dev.runside.server.web.frame.Html;
import dev.runside.server.web.frame.Notice;
import dev.runside.server.web.frame.Section;
import dev.runside.server.web.frame.Shell;
import dev.runside.server.web.live.Topics;
import dev.runside.server.web.situation.Situation;
import dev.runside.server.web.situation.Situations;
import dev.runside.server.web.words.Names;
import dev.runside.server.web.words.Prose;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The page of one incident. */
@Component
class IncidentPages {

    /** Of how many findings it is said how often they began: a storm has thousands. */
    private static final int MOST_TOLD = 100;

    private final Situations situations;
    private final Incidents incidents;
    private final Firings firings;
    private final Frames frames;
    private final Html html;

    IncidentPages(
            Situations situations, Incidents incidents, Firings firings, Frames frames, Html html) {
        this.situations = situations;
        this.incidents = incidents;
        this.firings = firings;
        this.frames = frames;
        this.html = html;
    }

    Whole find(long number) {
        return incidents
                .find(Long.toString(number))
                .orElseThrow(() ->
                        Problem.of(ErrorCode.NOT_FOUND, "There is no incident #" + number + "."));
    }

    ResponseEntity<String> page(long number, PersonCaller caller, HttpServletRequest request) {
        Record record = new Record(find(number), situations.current());
        Shell shell = shell(record, caller, request);
        return html.page("incident/incident", view(record, shell));
    }

    /** With what an act of the caller led to. */
    ResponseEntity<String> page(
            long number, Notice notice, PersonCaller caller, HttpServletRequest request) {
        Record record = new Record(find(number), situations.current());
        Shell shell = shell(record, caller, request).saying(notice);
        HttpStatus status = notice.refused() ? HttpStatus.CONFLICT : HttpStatus.OK;
        return html.page(status, "incident/incident", view(record, shell));
    }

    /** An incident's record beside the estate as it stands. */
    private record Record(Whole whole, Situation situation) {

        String title() {
            Incident incident = whole.incident();
            Names names = new Names(situation.catalog());
            return "#" + incident.number() + " " + Prose.plain(incident.judgement().title(), names);
        }
    }

    private Shell shell(Record record, PersonCaller caller, HttpServletRequest request) {
        Set<String> topics =
                Set.of(Topics.incident(record.whole().incident().id()), Topics.CATALOG);
        return frames.around(
                new Frames.Of(record.title(), Section.INCIDENTS, topics),
                record.situation(),
                caller,
                request);
    }

    private Map<String, Told> told(Record record, Shell shell) {
        List<String> keys =
                record.whole().findings().stream().limit(MOST_TOLD).map(Finding::key).toList();
        return firings.of(keys, shell.now().now().minus(Firings.USUAL));
    }

    private IncidentView view(Record record, Shell shell) {
        Optional<Long> mergedInto =
                record.whole()
                        .incident()
                        .mergedInto()
                        .flatMap(incidents::find)
                        .map(other -> other.incident().number());
        return new IncidentReport(
                        record.whole(), told(record, shell), record.situation().catalog(), shell)
                .view(mergedInto);
    }
}
