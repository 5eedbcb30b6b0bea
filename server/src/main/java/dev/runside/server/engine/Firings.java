package dev.runside.server.engine;

import dev.runside.core.Ref;
import dev.runside.core.triage.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How often each condition began, and how often anybody had to act on what came of it. Somebody
 * acted on an incident when a runbook's remedy ran, or when a person resolved it and said what it
 * was; on one that recovered by itself nobody did, acknowledged or not; of one that is open it is
 * not yet known.
 */
@Component
public class Firings {

    private final JdbcClient database;

    Firings(JdbcClient database) {
        this.database = database;
    }

    /**
     * One condition: an alert, or another finding, at its subject.
     *
     * @param name of the alert, the indicator or the data set; empty where the kind says it all
     * @param fired how often it began, also where a change held it back
     * @param incidents it was part of
     * @param acted incidents on which somebody, or a runbook, acted
     * @param nobody incidents that were over without that
     * @param open incidents of which it is not yet known
     */
    public record Told(
            String key,
            String kind,
            Ref subject,
            String name,
            long fired,
            long incidents,
            long acted,
            long nobody,
            long open,
            Instant lastAt) {

        /** Of the incidents that are over, the share on which somebody acted. */
        public Optional<Double> precision() {
            return acted + nobody == 0
                    ? Optional.empty()
                    : Optional.of((double) acted / (acted + nobody));
        }
    }

    /** The ones most often for nothing first. */
    public List<Told> noisiest(Instant since, int limit, long skipped) {
        return asked(since, new String[0], true, limit, skipped);
    }

    /** By their findings' keys. */
    public Map<String, Told> of(Collection<String> keys, Instant since) {
        Map<String, Told> told = new HashMap<>();
        asked(since, keys.toArray(String[]::new), false, keys.size(), 0)
                .forEach(each -> told.put(each.key(), each));
        return told;
    }

    private List<Told> asked(Instant since, String[] keys, boolean all, int limit, long skipped) {
        return database.sql(
                        """
                        with said as (
                            select * from firing where at >= :since and (:all or key = any(:keys))
                        ), judged as (
                            select id,
                                   case when exists (select 1 from incident_part
                                                      where incident = id and type = 'Run'
                                                        and body -> 'times' ->> 'remedyStartedAt' is not null
                                                        and body -> 'place' ->> 'phase' <> 'NOT_NEEDED') then 'acted'
                                        when state = 'RESOLVED' then 'acted'
                                        when state = 'CLOSED' and body ->> 'cause' is not null
                                             and body ->> 'acknowledged' is not null then 'acted'
                                        when state = 'OPEN' then 'open'
                                        else 'nobody' end as verdict
                              from incident where id in (select incident from said)
                        )
                        select key, min(kind) as kind, min(subject) as subject, max(name) as name, max(at) as last_at,
                               count(*) as fired, count(distinct id) as incidents,
                               count(distinct id) filter (where verdict = 'acted') as acted,
                               count(distinct id) filter (where verdict = 'nobody') as nobody,
                               count(distinct id) filter (where verdict = 'open') as open
                          from said left join judged on id = incident
                         group by key
                         order by nobody desc, fired desc, key limit :limit offset :skipped
                        """)
                .param("since", EstateStore.at(since))
                .param("all", all)
                .param("keys", keys)
                .param("limit", limit)
                .param("skipped", skipped)
                .query((row, _) ->
                        new Told(
                                row.getString("key"),
                                row.getString("kind"),
                                Ref.parse(row.getString("subject")),
                                row.getString("name"),
                                row.getLong("fired"),
                                row.getLong("incidents"),
                                row.getLong("acted"),
                                row.getLong("nobody"),
                                row.getLong("open"),
                                EstateStore.at(row.getTimestamp("last_at"))))
                .list();
    }

    /** In the transaction of the decision; a finding that goes on is the same firing. */
    void record(List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        database.sql(
                        """
                        insert into firing (key, at, kind, subject, name, incident)
                        select key, at, kind, subject, name, nullif(incident, '')
                          from unnest(:keys::text[], :times::text[]::timestamptz[], :kinds::text[], :subjects::text[],
                                      :names::text[], :incidents::text[])
                               as fired (key, at, kind, subject, name, incident)
                        on conflict (key, at) do update set incident = excluded.incident
                         where firing.incident is distinct from excluded.incident
                        """)
                .param("keys", texts(findings, Finding::key))
                .param("times", texts(findings, finding -> finding.detectedAt().toString()))
                .param("kinds", texts(findings, Finding::kind))
                .param("subjects", texts(findings, finding -> finding.subject().toString()))
                .param("names", texts(findings, Firings::name))
                .param("incidents", texts(findings, finding -> finding.incident().orElse("")))
                .update();
    }

    private static String name(Finding finding) {
        return finding.indicator().orElse(finding.object());
    }

    private static String[] texts(List<Finding> findings, Function<Finding, String> value) {
        return findings.stream().map(value).toArray(String[]::new);
    }

    /** Over how long it is told where nothing else is asked for. */
    public static final Duration USUAL = Duration.ofDays(30);
}
