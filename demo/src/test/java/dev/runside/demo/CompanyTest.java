package dev.runside.demo;

import static dev.runside.demo.RunningCompany.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.demo.company.Company;
import dev.runside.demo.company.PlannedStop;
import dev.runside.demo.fault.Fault;
import dev.runside.demo.service.Reply;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * One company, started once: what it says when it is well, and what each fault really does to it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompanyTest {

    private RunningCompany company;

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        company = RunningCompany.open(directory);
    }

    @AfterAll
    void close() {
        company.close();
        assertThat(Company.names()).noneMatch(company::runs);
    }

    @Test
    void aHealthyCompanyTakesThirtyOrdersASecondAndNoneFails() throws Exception {
        company.takesOrders();
        long failures = company.failures();
        double before = company.metric("checkout", "shop.orders.placed");
        Duration took =
                Until.holds(
                        "150 orders",
                        SOON,
                        () -> company.metric("checkout", "shop.orders.placed") - before > 150);
        assertThat(took).isLessThan(Duration.ofSeconds(8));
        assertThat(company.failures()).isEqualTo(failures);
        assertThat(
                        company.metric(
                                "gateway",
                                "http.server.request.duration",
                                "/shop",
                                "status_code=200"))
                .isPositive();
        assertThat(company.metric("inventory", "http.server", "/reservations", "status_code=201"))
                .isPositive();
        assertThat(company.metric("assistant", "gen_ai.client.operation.duration", "execute_tool"))
                .isPositive();
        assertThat(company.receiver.metricsAuthorization()).isEqualTo("Bearer rs_source_telemetry");
    }

    @Test
    void thePipelineSaysWhichColumnsItReads() throws Exception {
        company.completesAReport();
        JsonNode complete =
                company.receiver
                        .told("/api/v1/lineage")
                        .map(Receiver.Told::json)
                        .filter(event -> event.path("eventType").asString("").equals("COMPLETE"))
                        .reduce((_, last) -> last)
                        .orElseThrow();
        JsonNode orders = complete.path("inputs").path(0);
        assertThat(orders.path("name").asString()).isEqualTo("orders");
        assertThat(orders.path("facets").path("schema").path("fields").valueStream())
                .anySatisfy(column -> {
                    assertThat(column.path("name").asString()).isEqualTo("channel");
                    assertThat(column.path("type").asString()).isEqualTo("text");
                });
    }

    @Test
    void slowInventoryIsSlowAndStillTakesOrders() throws Exception {
        long failed = company.tally("failedOrders");
        double slow = slowReservations();
        company.during(
                Fault.SLOW_INVENTORY,
                () -> Until.holds("slow ones", SOON, () -> slowReservations() > slow + 30));
        assertThat(company.tally("failedOrders")).isLessThan(failed + 5);
    }

    private double slowReservations() {
        return company.receiver.metrics().sum("inventory", "http.server.request.duration").slow();
    }

    @Test
    void aStalledShopShowsItsPageAndTakesHardlyAnOrder() throws Exception {
        long failed = company.tally("failedVisits");
        company.during(
                Fault.STALL_OUTCOME,
                () -> {
                    long before = company.tally("visits");
                    Until.holds("orders under way are done", SOON, () -> visitsSince(before) > 60);
                    long start = company.tally("visits");
                    long orders = company.tally("orders");
                    Until.holds("90 visits", SOON, () -> visitsSince(start) > 90);
                    assertThat(company.tally("orders") - orders).isLessThan(15);
                });
        assertThat(company.tally("failedVisits")).isLessThan(failed + 5);
    }

    private long visitsSince(long before) {
        return company.tally("visits") - before;
    }

    @Test
    void aDriftedAssistantAnswersEveryoneAndLooksUpNothing() throws Exception {
        long unhelpful = company.tally("unhelpfulAnswers");
        double bad = company.metric("execute_tool", "error.type=400");
        company.during(
                Fault.DRIFT_ASSISTANT,
                () -> {
                    Until.holds(
                            "no", SOON, () -> company.tally("unhelpfulAnswers") > unhelpful + 5);
                    Until.holds(
                            "400",
                            SOON,
                            () -> company.metric("execute_tool", "error.type=400") > bad + 5);
                });
        assertThat(company.metric("assistant", "http.server", "status_code=5")).isZero();
    }

    @Test
    void aDroppedColumnBreaksReportingWhileCheckoutStaysGreen() throws Exception {
        long failedOrders = company.tally("failedOrders");
        long failedRuns = company.lineage("FAIL");
        long tickets = company.tickets("reporting");
        company.during(
                Fault.DROP_COLUMN,
                () -> {
                    Until.holds("a failed run", SOON, () -> company.lineage("FAIL") > failedRuns);
                    Until.holds("tickets", SOON, () -> company.tickets("reporting") > tickets + 1);
                    company.takesOrders();
                });
        company.completesAReport();
        assertThat(company.tally("failedOrders")).as("two deploys").isLessThan(failedOrders + 5);
        assertThat(company.receiver.told("/api/v1/events").map(CompanyTest::type))
                .containsExactly(
                        "dev.cdevents.taskrun.started.0.2.0",
                        "dev.cdevents.service.upgraded.0.2.0",
                        "dev.cdevents.taskrun.finished.0.2.0",
                        "dev.cdevents.taskrun.started.0.2.0",
                        "dev.cdevents.service.upgraded.0.2.0",
                        "dev.cdevents.taskrun.finished.0.2.0");
    }

    private static String type(Receiver.Told told) {
        return told.json().path("type").asString("");
    }

    @Test
    void aKilledCheckoutFailsOrdersUntilItIsStarted() throws Exception {
        long failed = company.tally("failedOrders");
        company.during(
                Fault.KILL_CHECKOUT,
                () ->
                        Until.holds(
                                "failures",
                                SOON,
                                () -> company.tally("failedOrders") > failed + 5));
        company.takesOrders();
    }

    @Test
    void aFrozenCheckoutIsThereAndDoesNotAnswer() throws Exception {
        company.during(
                Fault.HANG_CHECKOUT,
                () -> {
                    assertThat(company.runs("checkout")).isTrue();
                    assertThat(company.service("checkout", Duration.ofMillis(500)).get("/health"))
                            .isInstanceOf(Reply.NoAnswer.class);
                });
        company.takesOrders();
    }

    @Test
    void aStoppedDatabaseFailsBothProductsAndNoServiceDies() throws Exception {
        long failed = company.tally("failedOrders");
        long failedRuns = company.lineage("FAIL");
        company.during(
                Fault.DATABASE_DOWN,
                () -> {
                    assertThat(company.runs("orders-db")).isFalse();
                    Until.holds(
                            "failures", SOON, () -> company.tally("failedOrders") > failed + 20);
                    Until.holds("failed runs", SOON, () -> company.lineage("FAIL") > failedRuns);
                    assertThat(company.service("checkout", SOON).get("/health").good()).isTrue();
                });
        company.takesOrders();
        company.completesAReport();
    }

    @Test
    void aPlannedStopIsToldBeforeItHappensAndItsEndAfterwards() throws Exception {
        new PlannedStop(company.site).stop("checkout", "user:mara");
        assertThat(company.runs("checkout")).isFalse();
        new PlannedStop(company.site).start("checkout", "user:mara");
        company.takesOrders();
        assertThat(
                        company.receiver
                                .told("/api/v1/signals")
                                .map(told -> told.json().path("kind").asString("")))
                .containsExactly("change-started", "change-finished");
        assertThat(company.receiver.told("/api/v1/signals").map(CompanyTest::change).distinct())
                .hasSize(1);
    }

    private static String change(Receiver.Told told) {
        return told.json().path("attributes").path("change").asString("");
    }
}
