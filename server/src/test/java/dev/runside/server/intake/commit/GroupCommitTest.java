package dev.runside.server.intake.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runside.server.intake.commit.GroupCommit.Bounds;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.CannotCreateTransactionException;

class GroupCommitTest {

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<List<String>> commits = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch firstEntered = new CountDownLatch(1);
    private final CountDownLatch firstMayGo = new CountDownLatch(1);

    @AfterEach
    void end() {
        firstMayGo.countDown();
        callers.close();
    }

    @Test
    void whatWaitsDuringACommitGoesTogetherIntoTheNext() throws Exception {
        try (var group = started(new Bounds(100, 100))) {
            Future<Integer> first = submit(group, "first", 1);
            firstEntered.await();
            Future<Integer> second = submit(group, "second", 1);
            Future<Integer> third = submit(group, "third", 1);
            awaitDepth(group, 3);
            firstMayGo.countDown();

            assertThat(first.get()).isEqualTo(5);
            assertThat(second.get()).isEqualTo(6);
            assertThat(third.get()).isEqualTo(5);
            assertThat(commits).hasSize(2);
            assertThat(commits.getLast()).containsExactlyInAnyOrder("second", "third");
        }
    }

    @Test
    void aCommitTakesNoMoreThanItsBoundButAlwaysOnePiece() throws Exception {
        try (var group = started(new Bounds(100, 10))) {
            submit(group, "first", 1);
            firstEntered.await();
            Future<Integer> heavy = submit(group, "heavy", 30);
            awaitDepth(group, 31);
            Future<Integer> light = submit(group, "light", 1);
            awaitDepth(group, 32);
            firstMayGo.countDown();

            heavy.get();
            light.get();
            assertThat(commits)
                    .containsExactly(List.of("first"), List.of("heavy"), List.of("light"));
        }
    }

    @Test
    void whatDoesNotFitIntoTheQueueIsRefusedAtOnceAndFitsLater() throws Exception {
        try (var group = started(new Bounds(2, 10))) {
            Future<Integer> first = submit(group, "first", 2);
            firstEntered.await();

            assertThatThrownBy(() -> group.submit("second", 1))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.code()).isEqualTo(ErrorCode.INTAKE_FULL));

            firstMayGo.countDown();
            first.get();
            assertThat(group.submit("second", 1)).isEqualTo(6);
        }
    }

    @Test
    void onePieceThatCannotBeStoredDoesNotTakeTheOthersWithIt() throws Exception {
        try (var group = started(new Bounds(100, 100))) {
            submit(group, "first", 1);
            firstEntered.await();
            Future<Integer> good = submit(group, "good", 1);
            Future<Integer> bad = submit(group, "bad", 1);
            awaitDepth(group, 3);
            firstMayGo.countDown();

            assertThat(good.get()).isEqualTo(4);
            assertThatThrownBy(bad::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(DataIntegrityViolationException.class);
            assertThat(group.depth()).isZero();
        }
    }

    @Test
    void withoutADatabaseAllAreToldToComeAgain() throws Exception {
        try (var group = started(new Bounds(100, 100))) {
            submit(group, "first", 1);
            firstEntered.await();
            Future<Integer> one = submit(group, "one", 1);
            Future<Integer> away = submit(group, "away", 1);
            awaitDepth(group, 3);
            firstMayGo.countDown();

            for (Future<Integer> each : List.of(one, away)) {
                assertThatThrownBy(each::get)
                        .cause()
                        .isInstanceOfSatisfying(
                                Problem.class,
                                problem ->
                                        assertThat(problem.code())
                                                .isEqualTo(ErrorCode.DATABASE_AWAY));
            }
            assertThat(commits).hasSize(2);
        }
    }

    @Test
    void closingCommitsWhatWaitsAndTakesNothingMore() throws Exception {
        var group = started(new Bounds(100, 1));
        Future<Integer> first = submit(group, "first", 1);
        firstEntered.await();
        Future<Integer> second = submit(group, "second", 1);
        awaitDepth(group, 2);

        CompletableFuture<Void> closed = CompletableFuture.runAsync(group::close, callers);
        firstMayGo.countDown();
        closed.get(5, TimeUnit.SECONDS);

        assertThat(first.get()).isEqualTo(5);
        assertThat(second.get()).isEqualTo(6);
        assertThatThrownBy(() -> group.submit("late", 1)).isInstanceOf(Problem.class);
    }

    private GroupCommit<String, Integer> started(Bounds bounds) {
        return GroupCommit.start("test", bounds, this::commit);
    }

    private List<Integer> commit(List<String> work) {
        commits.add(work);
        if (work.contains("first")) {
            firstEntered.countDown();
            awaitGo();
        }
        if (work.contains("bad")) {
            throw new DataIntegrityViolationException("bad");
        }
        if (work.contains("away")) {
            throw new CannotCreateTransactionException("away");
        }
        return work.stream().map(String::length).toList();
    }

    private void awaitGo() {
        try {
            firstMayGo.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Future<Integer> submit(GroupCommit<String, Integer> group, String work, int weight) {
        return callers.submit(() -> group.submit(work, weight));
    }

    private static void awaitDepth(GroupCommit<String, Integer> group, int depth) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (group.depth() < depth) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
