package dev.runside.server.api.repeat;

import dev.runside.server.storage.Epoch;
import dev.runside.server.storage.ServerClock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The keys of the last day, and what was done under them. */
@Component
class RepeatStore {

    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient database;
    private final ServerClock clock;
    private final Epoch epoch;

    RepeatStore(JdbcClient database, ServerClock clock, Epoch epoch) {
        this.database = database;
        this.clock = clock;
        this.epoch = epoch;
    }

    record Place(String caller, String key) {}

    private record Known(String act, boolean done, long epoch) {}

    enum Claim {
        FRESH,
        DONE,
        OTHER_ACT,
        UNDER_WAY
    }

    @Transactional
    public Claim claim(Place place, String act) {
        forget();
        return insert(place, act) ? Claim.FRESH : known(place, act);
    }

    @Transactional
    public void done(Place place) {
        database.sql("update repeat_key set done = true where caller = :caller and key = :key")
                .param("caller", place.caller())
                .param("key", place.key())
                .update();
    }

    @Transactional
    public void free(Place place) {
        database.sql("delete from repeat_key where caller = :caller and key = :key and not done")
                .param("caller", place.caller())
                .param("key", place.key())
                .update();
    }

    private boolean insert(Place place, String act) {
        return database.sql(
                                """
                                insert into repeat_key (caller, key, act, epoch, at, done)
                                values (:caller, :key, :act, :epoch, :at, false)
                                on conflict (caller, key) do nothing
                                """)
                        .param("caller", place.caller())
                        .param("key", place.key())
                        .param("act", act)
                        .param("epoch", epoch.current())
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** What an earlier server left unfinished is claimed anew. */
    private Claim known(Place place, String act) {
        Known known =
                database.sql(
                                """
                                select act, done, epoch from repeat_key
                                where caller = :caller and key = :key for update
                                """)
                        .param("caller", place.caller())
                        .param("key", place.key())
                        .query(Known.class)
                        .single();
        if (!known.act().equals(act)) {
            return Claim.OTHER_ACT;
        }
        if (known.done()) {
            return Claim.DONE;
        }
        if (known.epoch() == epoch.current()) {
            return Claim.UNDER_WAY;
        }
        takeOver(place);
        return Claim.FRESH;
    }

    private void takeOver(Place place) {
        database.sql("update repeat_key set epoch = :epoch where caller = :caller and key = :key")
                .param("epoch", epoch.current())
                .param("caller", place.caller())
                .param("key", place.key())
                .update();
    }

    private void forget() {
        database.sql("delete from repeat_key where at < :bound")
                .param("bound", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }
}
