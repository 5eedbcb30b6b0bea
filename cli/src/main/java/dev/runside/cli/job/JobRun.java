package dev.runside.cli.job;

import dev.runside.cli.client.ServerApi;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

/** One run of a job, from its start to the report of its end. */
public final class JobRun {

    private final String name;
    private final Optional<String> subject;
    private final Path spool;
    private final Callable<ServerApi> server;
    private final Secrets secrets;
    private final String run = UUID.randomUUID().toString();

    /**
     * @param server opened when there is something to tell; where it cannot be, the report waits
     */
    public JobRun(
            String name,
            Optional<String> subject,
            Path spool,
            Callable<ServerApi> server,
            Map<String, String> environment) {
        this.name = name;
        this.subject = subject;
        this.spool = spool;
        this.server = server;
        this.secrets = Secrets.of(environment);
    }

    /** The job's own exit code. */
    public int run(List<String> arguments, OutputStream out, OutputStream error)
            throws InterruptedException {
        Instant began = Instant.now();
        long nanos = System.nanoTime();
        Thread telling =
                Thread.ofVirtual().start(() -> tell(Report.started(run, name, subject, began)));
        var child = new Child(arguments);
        int exit = child.run(out, error);
        Duration took = Duration.ofNanos(System.nanoTime() - nanos);
        telling.join(Duration.ofSeconds(5));
        tell(
                Report.ended(
                        run,
                        name,
                        subject,
                        began.plus(took),
                        took,
                        exit,
                        secrets.out(child.lastLines())));
        return exit;
    }

    /**
     * The report is on disk before it is told. Whatever goes wrong is said, and is not the job's.
     */
    private void tell(Report report) {
        try {
            var waiting = new Spool(spool);
            waiting.add(report);
            new Telling(waiting, server.call()).go();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            System.err.println(
                    "runside: the report of the job "
                            + name
                            + " waits in "
                            + spool
                            + ": "
                            + e.getMessage());
        }
    }
}
