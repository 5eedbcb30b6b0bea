package dev.runside.server.intake;

import dev.runside.core.Ref;
import dev.runside.core.signal.Signal;
import dev.runside.server.engine.SignalLog;
import dev.runside.server.engine.SignalLog.Logged;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has been stored since a test began. */
public final class StoredSignals {

    private static final Ref RUNSIDE = new Ref("system", "runside");

    private final SignalLog log;
    private final long before;

    private StoredSignals(SignalLog log, long before) {
        this.log = log;
        this.before = before;
    }

    public static StoredSignals fromNowOn(ApplicationContext server) {
        long newest =
                server.getBean(JdbcClient.class)
                        .sql("select coalesce(max(sequence), 0) from signal")
                        .query((row, _) -> row.getLong(1))
                        .single();
        return new StoredSignals(server.getBean(SignalLog.class), newest);
    }

    public List<Signal> all() {
        return logged(10_000).stream().map(Logged::signal).toList();
    }

    /** Without what Runside says of itself and of other tests' sources whenever it notices. */
    public List<Signal> told() {
        return all().stream().filter(signal -> !signal.source().equals(RUNSIDE)).toList();
    }

    public List<Signal> toldBy(String source) {
        Ref told = new Ref("source", source);
        return all().stream().filter(signal -> signal.source().equals(told)).toList();
    }

    public List<Logged> logged(int most) {
        return log.after(before, most);
    }
}
