package dev.runside.bench.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.bench.rig.Mail;
import dev.runside.bench.rig.Rig;
import dev.runside.bench.rig.Until;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Server and PostgreSQL are killed under load: what was acknowledged is there, and there once. */
class SignalLossIT {

    private static final int SIGNALS_BETWEEN_KILLS = 400;

    @TempDir private Path folder;

    @Test
    void noAcknowledgedSignalIsLostOrDoubled() throws Exception {
        killUnderLoad(1);
    }

    @Test
    @Tag("long")
    void noAcknowledgedSignalIsLostOrDoubledInManyKills() throws Exception {
        killUnderLoad(12);
    }

    private void killUnderLoad(int kills) throws Exception {
        try (Rig rig = Rig.in(StepRig.ROOT, folder)) {
            rig.startServer();
            rig.apply(new Mail(List.of("relay")).definitions());
            String token = rig.source("load", "product:mail");
            Senders senders = new Senders(rig.url(), token);
            try (senders) {
                for (int kill = 0; kill < kills; kill++) {
                    awaitMore(senders);
                    rig.killServerAndDatabase();
                    rig.startServer();
                }
                awaitMore(senders);
            }
            count(rig, senders, kills);
        }
    }

    private static void awaitMore(Senders senders) throws InterruptedException {
        int enough = senders.acknowledged().size() + SIGNALS_BETWEEN_KILLS;
        Until.holds(
                "signals are acknowledged",
                Duration.ofSeconds(60),
                () -> senders.acknowledged().size() >= enough);
    }

    private static void count(Rig rig, Senders senders, int kills) throws Exception {
        Map<String, Integer> stored = stored(rig);
        Set<String> lost =
                senders.acknowledged().stream()
                        .filter(id -> !stored.containsKey(id))
                        .collect(Collectors.toSet());
        Map<String, Integer> doubled =
                stored.entrySet().stream()
                        .filter(entry -> entry.getValue() > 1)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        System.out.printf(
                "%d kills of server and PostgreSQL: acknowledged %d, stored %d, requests sent again"
                        + " %d, lost %d, doubled %d%n",
                kills,
                senders.acknowledged().size(),
                stored.size(),
                senders.sentAgain(),
                lost.size(),
                doubled.size());
        assertThat(lost).isEmpty();
        assertThat(doubled).isEmpty();
        assertThat(senders.sentAgain()).as("the kills struck under load").isPositive();
    }

    /** How often each signal of the source stands in the log. */
    private static Map<String, Integer> stored(Rig rig) throws IOException, SQLException {
        String port = Files.readString(rig.data().resolve("pg.port")).strip();
        String password = Files.readString(rig.data().resolve("secret/pg-server")).strip();
        Map<String, Integer> stored = new HashMap<>();
        try (Connection database =
                        DriverManager.getConnection(
                                "jdbc:postgresql://127.0.0.1:" + port + "/runside",
                                "runside",
                                password);
                ResultSet row =
                        database.createStatement()
                                .executeQuery(
                                        "select id, count(*) from signal where kind = 'note' group by id")) {
            while (row.next()) {
                stored.put(row.getString(1), row.getInt(2));
            }
        }
        return stored;
    }
}
