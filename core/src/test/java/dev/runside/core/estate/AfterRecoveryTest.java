package dev.runside.core.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Flow;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Person;
import dev.runside.core.catalog.Product;
import dev.runside.core.catalog.SharedSystem;
import dev.runside.core.state.Effect.Notify;
import dev.runside.core.state.Effect.Urgency;
import dev.runside.core.triage.Finding;
import dev.runside.core.triage.Incident;
import dev.runside.core.triage.Tier;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A shared database fails under three products, and is well again. */
class AfterRecoveryTest {

    private static final Ref PAT = Ref.parse("user:pat");
    private static final Ref DB = Ref.parse("system:letters-db");
    private static final Ref MAIL = Ref.parse("hop:mail/relay");
    private static final Ref CHAT = Ref.parse("hop:chat/rooms");
    private static final Ref SCAN = Ref.parse("hop:scan/reader");

    private final Scenario post = new Scenario(catalog(), false);

    @Test
    void whatGoesOnFailingIsPagedToItsOwnOwnerWithinAMinuteAndSaysWhyNow() {
        databaseFailsUnderAll();
        databaseIsWell();
        post.over("errors", MAIL).over("errors", CHAT);
        post.passWithoutAgent(Duration.ofSeconds(60));

        Incident own = post.incidents().getLast();
        assertThat(post.incidents()).hasSize(2);
        assertThat(own.judgement().suspect()).isEqualTo(SCAN);
        assertThat(own.judgement().tier()).isEqualTo(Tier.NOVEL);
        assertThat(pagesAbout(own))
                .singleElement()
                .satisfies(page -> {
                    assertThat(page.people()).containsExactly(owner("scan"));
                    assertThat(page.text())
                            .contains(
                                    "Why you: ",
                                    "system:letters-db is well again since 03:02:01 UTC, and this goes on failing (was part of #1)");
                });
    }

    @Test
    void whatRecoversWithinTheMinuteIsToldToNobody() {
        databaseFailsUnderAll();
        databaseIsWell();
        post.passWithoutAgent(Duration.ofSeconds(30));
        post.over("errors", MAIL).over("errors", CHAT);
        post.passWithoutAgent(Duration.ofSeconds(23));
        post.over("errors", SCAN);
        post.passWithoutAgent(Duration.ofMinutes(5));

        assertThat(post.told(Urgency.PAGE)).containsExactly(PAT);
        assertThat(post.incidents())
                .extracting(Incident::state)
                .containsOnly(Incident.State.RECOVERED);
    }

    @Test
    void theDatabasesOwnIncidentIsOverThen() {
        databaseFailsUnderAll();
        databaseIsWell();
        post.passWithoutAgent(Duration.ofSeconds(60));

        Incident first = post.incidents().getFirst();
        assertThat(first.state()).isEqualTo(Incident.State.RECOVERED);
        assertThat(first.judgement().suspect()).isEqualTo(DB);
        assertThat(first.judgement().tier()).isEqualTo(Tier.SYSTEMIC);
    }

    @Test
    void eachThatGoesOnFailingHasItsOwnOwnerPaged() {
        databaseFailsUnderAll();
        databaseIsWell();
        post.over("errors", CHAT).passWithoutAgent(Duration.ofSeconds(60));

        assertThat(post.told(Urgency.PAGE)).containsExactly(owner("mail"), PAT, owner("scan"));
        assertThat(post.incidents()).hasSize(3);
    }

    @Test
    void whileTheDatabaseFailsNobodyElseIsPaged() {
        databaseFailsUnderAll();
        post.passWithoutAgent(Duration.ofMinutes(10));

        assertThat(post.told(Urgency.PAGE)).contains(PAT).doesNotContain(owner("mail"));
        assertThat(post.incidents()).hasSize(1);
    }

    @Test
    void aWindowThatStillHoldsTheOutageWakesNobodyWhereItGoesWellOfLate() {
        databaseFailsUnderAll();
        databaseIsWell();
        for (int round = 0; round < 12; round++) {
            post.passWithoutAgent(Duration.ofSeconds(10));
            post.give(new Input.Eased(keys(MAIL, CHAT)));
        }
        assertThat(post.told(Urgency.PAGE)).containsExactly(PAT, owner("scan"));

        post.give(new Input.Eased(keys(MAIL)));
        post.passWithoutAgent(Duration.ofSeconds(45));
        assertThat(post.told(Urgency.PAGE)).contains(owner("chat"));
    }

    @Test
    void whatComesBackOpensItsOwnIncidentAgainAndNotTheDatabases() {
        databaseFailsUnderAll();
        databaseIsWell();
        post.passWithoutAgent(Duration.ofSeconds(60));
        post.over("errors", SCAN).passWithoutAgent(Duration.ofSeconds(30));
        post.finding("errors", SCAN, Function.DEVELOPMENT);

        assertThat(post.incidents()).hasSize(4);
        assertThat(post.incidents())
                .filteredOn(incident -> incident.state() == Incident.State.OPEN)
                .extracting(incident -> incident.judgement().suspect())
                .containsExactlyInAnyOrder(MAIL, CHAT, SCAN);
    }

    private void databaseFailsUnderAll() {
        post.finding("errors", DB, Function.PLATFORM);
        post.passWithoutAgent(Duration.ofSeconds(1));
        Stream.of(MAIL, CHAT, SCAN)
                .forEach(hop -> post.finding("errors", hop, Function.DEVELOPMENT));
        post.passWithoutAgent(Duration.ofMinutes(2));
        assertThat(post.told(Urgency.PAGE)).containsExactly(PAT);
    }

    private void databaseIsWell() {
        post.over("errors", DB);
    }

    private static Set<String> keys(Ref... hops) {
        return Stream.of(hops)
                .map(hop -> Finding.key("errors", hop, "test"))
                .collect(java.util.stream.Collectors.toSet());
    }

    private List<Notify> pagesAbout(Incident incident) {
        return post.notifications().stream()
                .filter(notify ->
                        notify.incident().equals(incident.id()) && notify.urgency() == Urgency.PAGE)
                .toList();
    }

    private static Ref owner(String product) {
        return Ref.parse("user:" + product + "-owner");
    }

    private static Catalog catalog() {
        List<Ref> hops = List.of(MAIL, CHAT, SCAN);
        return Catalog.of(
                Stream.concat(
                                Stream.of(
                                        new Person(PAT, "Pat", Set.of(Person.Role.PLATFORM_OWNER))),
                                hops.stream()
                                        .map(hop ->
                                                new Person(
                                                        owner(product(hop)),
                                                        product(hop),
                                                        Set.of())))
                        .toList(),
                hops.stream().map(AfterRecoveryTest::productOf).toList(),
                List.of(
                        new SharedSystem(
                                DB,
                                "Letters",
                                Optional.of(PAT),
                                true,
                                Function.PLATFORM,
                                "letters-db")),
                hops.stream().map(AfterRecoveryTest::flow).toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static String product(Ref hop) {
        return hop.name().substring(0, hop.name().indexOf('/'));
    }

    private static Product productOf(Ref hop) {
        return new Product(
                new Ref("product", product(hop)),
                product(hop),
                Optional.of(owner(product(hop))),
                Optional.empty(),
                false,
                List.of(new Product.Hop(hop, Function.DEVELOPMENT, hop.name(), Optional.empty())),
                List.of());
    }

    private static Flow flow(Ref hop) {
        return new Flow(
                new Ref("flow", product(hop)),
                product(hop),
                new Ref("product", product(hop)),
                Optional.empty(),
                List.of(hop, DB),
                true);
    }
}
