package dev.runside.core.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Person;
import dev.runside.core.catalog.Product;
import dev.runside.core.state.Effect.Urgency;
import dev.runside.core.triage.Finding;
import dev.runside.core.triage.Incident;
import dev.runside.core.triage.Suspect;
import dev.runside.core.triage.Tier;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A column that goes is followed through three hops: relay writes mails, of which rollup makes
 * daily, which board reads.
 */
class ColumnLineageTest {

    private static final Ref ARI = Ref.parse("user:ari");
    private static final Ref RELAY = Ref.parse("hop:mail/relay");
    private static final Ref ROLLUP = Ref.parse("hop:stats/rollup");
    private static final Ref BOARD = Ref.parse("hop:board/view");
    private static final String MAILS = "id:bigint,channel:text";
    private static final String LINEAGE = "day<mails.id,kind<mails.channel";

    private final Scenario company = new Scenario(catalog(), false);

    @Test
    void aRunTwoHopsDownThatMissesItNamesTheSeamAndEachLink() {
        allIsWell(LINEAGE);
        company.passWithoutAgent(Duration.ofHours(2));
        mailsLoseTheirChannel();
        rollupCopes();
        company.passWithoutAgent(Duration.ofMinutes(1));
        boardFails();

        Incident incident = company.incident();
        Suspect first = incident.judgement().suspects().getFirst();
        assertThat(first.ref()).isEqualTo(RELAY);
        assertThat(first.evidence())
                .containsExactly(
                        "mails lost the column channel (text), first seen 2026-01-05 05:00:00 UTC",
                        "hop:mail/relay writes mails",
                        "hop:stats/rollup makes daily.kind of mails.channel (column lineage of its job rollup)",
                        "hop:board/view reads daily (inputs of its job board)");
        assertThat(incident.judgement().seam()).contains(Ref.seam(RELAY, BOARD));
        assertThat(incident.judgement().tier()).isEqualTo(Tier.SYSTEMIC);
        company.passWithoutAgent(Duration.ofSeconds(16));
        assertThat(company.told(Urgency.PAGE)).containsExactly(ARI);
    }

    @Test
    void whoReadsAnotherColumnIsNotBlamedOnIt() {
        allIsWell("day<mails.id,kind<mails.subject");
        mailsLoseTheirChannel();
        rollupCopes();
        boardFails();

        assertThat(kinds()).containsExactly("run-failed");
        assertThat(company.incident().judgement().suspect()).isEqualTo(BOARD);
    }

    @Test
    void withoutTheLineageOfColumnsTheInputsOfJobsLeadThere() {
        allIsWell("");
        mailsLoseTheirChannel();
        rollupCopes();
        boardFails();

        assertThat(company.incident().judgement().suspects().getFirst().evidence())
                .contains(
                        "hop:stats/rollup writes daily and reads mails (inputs of its job rollup)");
    }

    @Test
    void twoThatMissItAreOneIncidentHoweverLateTheSecondReads() {
        allIsWell(LINEAGE);
        mailsLoseTheirChannel();
        run(ROLLUP, "rollup", "FAIL", Map.of());
        company.passWithoutAgent(Duration.ofMinutes(40));
        boardFails();

        Incident incident = company.incident();
        assertThat(incident.findings()).hasSize(4);
        assertThat(incident.judgement().suspect()).isEqualTo(RELAY);
        assertThat(incident.judgement().products())
                .containsExactly(Ref.parse("product:board"), Ref.parse("product:stats"));
    }

    @Test
    void aColumnOfAnotherTypeIsMissedAsItWas() {
        allIsWell(LINEAGE);
        run(ROLLUP, "rollup", "START", Map.of("input.mails", "id:bigint,channel:int"));
        run(ROLLUP, "rollup", "FAIL", Map.of());

        assertThat(company.findings())
                .extracting(Finding::sentence)
                .contains(
                        "mails has another type of the column channel (int, was text) that hop:stats/rollup reads");
    }

    @Test
    void aChangeOfTheWriterJustBeforeIsTheFirstSuspect() {
        allIsWell(LINEAGE);
        company.signal(
                "change-started",
                RELAY,
                Map.of("change", "d1", "type", "deploy", "summary", "relay 2"));
        company.signal("change-finished", RELAY, Map.of("change", "d1"));
        company.passWithoutAgent(Duration.ofMinutes(2));
        mailsLoseTheirChannel();
        rollupCopes();
        company.passWithoutAgent(Duration.ofHours(3));
        boardFails();

        Suspect first = company.incident().judgement().suspects().getFirst();
        assertThat(first.kind()).isEqualTo("change");
        assertThat(first.evidence())
                .contains(
                        "deploy of hop:mail/relay (relay 2) began 120 s before that was seen",
                        "touched: mails lost the column channel (text)");
    }

    @Test
    void whoseRunWasThroughSinceDoesWithoutIt() {
        allIsWell(LINEAGE);
        mailsLoseTheirChannel();
        rollupCopes();
        run(BOARD, "board", "COMPLETE", Map.of());
        boardFails();

        assertThat(kinds()).containsExactly("run-failed");
    }

    @Test
    void whatComesBackIsMissedNoMore() {
        allIsWell(LINEAGE);
        mailsLoseTheirChannel();
        run(ROLLUP, "rollup", "START", Map.of("input.mails", MAILS));
        boardFails();

        assertThat(kinds()).containsExactly("run-failed");
    }

    @Test
    void ofAJobThatReadsEverOtherDataSetsOnlyTheLastAreKept() {
        allIsWell(LINEAGE);
        for (int day = 0; day < 5; day++) {
            run(BOARD, "board", "COMPLETE", Map.of("reads", hundredsOfNames(day)));
        }
        mailsLoseTheirChannel();
        rollupCopes();
        boardFails();

        assertThat(kinds()).as("daily is read again").contains("column-lost");
        assertThat(company.inputsOf(BOARD)).hasSizeLessThanOrEqualTo(400).contains("daily");
    }

    private static String hundredsOfNames(int day) {
        return IntStream.range(0, 150)
                .mapToObj(name -> "d" + day + "_" + name)
                .collect(Collectors.joining(","));
    }

    private void allIsWell(String lineage) {
        run(RELAY, "relay", "COMPLETE", Map.of("writes", "mails", "output.mails", MAILS));
        run(
                ROLLUP,
                "rollup",
                "COMPLETE",
                Map.of("input.mails", MAILS, "writes", "daily", "lineage.daily", lineage));
        run(BOARD, "board", "COMPLETE", Map.of("reads", "daily"));
    }

    private void mailsLoseTheirChannel() {
        run(ROLLUP, "rollup", "START", Map.of("input.mails", "id:bigint"));
    }

    private void rollupCopes() {
        run(ROLLUP, "rollup", "COMPLETE", Map.of());
    }

    private void boardFails() {
        run(BOARD, "board", "FAIL", Map.of("reads", "daily"));
    }

    private void run(Ref hop, String job, String state, Map<String, String> more) {
        Map<String, String> attributes = new HashMap<>(more);
        attributes.put("state", state);
        attributes.put("job", job);
        company.signal("data-run", hop, attributes);
    }

    private List<String> kinds() {
        return company.findings().stream().map(Finding::kind).toList();
    }

    private static Ref owner(Ref hop) {
        return new Ref("user", product(hop).name() + "-owner");
    }

    private static Ref product(Ref hop) {
        return new Ref("product", hop.name().substring(0, hop.name().indexOf('/')));
    }

    private static Catalog catalog() {
        List<Ref> hops = List.of(RELAY, ROLLUP, BOARD);
        return Catalog.of(
                Stream.concat(
                                Stream.of(new Person(ARI, "Ari", Set.of(Person.Role.ARCHITECT))),
                                hops.stream().map(hop -> new Person(owner(hop), "Owner", Set.of())))
                        .toList(),
                hops.stream()
                        .map(hop ->
                                new Product(
                                        product(hop),
                                        product(hop).name(),
                                        Optional.of(owner(hop)),
                                        Optional.empty(),
                                        false,
                                        List.of(
                                                new Product.Hop(
                                                        hop,
                                                        Function.DATA,
                                                        hop.name(),
                                                        Optional.empty())),
                                        List.of()))
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
