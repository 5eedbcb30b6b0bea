package dev.runside.server.web.connect;

import dev.runside.server.access.Caller.PersonCaller;
import dev.runside.server.connect.Connection;
import dev.runside.server.intake.SourceReport;
import dev.runside.server.intake.SourceReports;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import dev.runside.server.web.frame.Frames;
import dev.runside.server.web.frame.Notice;
import dev.runside.server.web.frame.Section;
import dev.runside.server.web.frame.Shell;
import dev.runside.server.web.live.Topics;
import dev.runside.server.web.situation.Situations;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Puts the views of this room together. */
@Component
class ConnectPages {

    private static final Frames.Of LIST =
            new Frames.Of("Connect", Section.CONNECT, Set.of(Topics.METRICS, Topics.CATALOG));

    /** What is shown once must not be taken over by news. */
    private static final Frames.Of ONCE = new Frames.Of("Connected", Section.CONNECT, Set.of());

    private final Situations situations;
    private final SourceReports reports;
    private final Frames frames;

    ConnectPages(Situations situations, SourceReports reports, Frames frames) {
        this.situations = situations;
        this.reports = reports;
        this.frames = frames;
    }

    ConnectView list(ConnectForm form, PersonCaller caller, HttpServletRequest request) {
        return list(frames.around(LIST, situations.current(), caller, request), form);
    }

    ConnectView refused(
            ConnectForm form, Notice notice, PersonCaller caller, HttpServletRequest request) {
        return list(
                frames.around(ONCE, situations.current(), caller, request).saying(notice), form);
    }

    ConnectedView connected(
            Connection connection, PersonCaller caller, HttpServletRequest request) {
        return new ConnectedView(
                frames.around(ONCE, situations.current(), caller, request),
                connection,
                seen(connection.source()));
    }

    SeenView seen(String source) {
        return reports.all().stream()
                .filter(each -> each.source().equals(source))
                .findFirst()
                .map(SeenView::of)
                .orElseThrow(() ->
                        Problem.of(ErrorCode.NOT_FOUND, "Nobody has connected " + source + "."));
    }

    private ConnectView list(Shell shell, ConnectForm form) {
        Instant now = shell.now().now();
        List<SourceReport> all = reports.all();
        return new ConnectView(
                shell, form, all.stream().map(source -> SourceRow.of(source, now)).toList());
    }
}
