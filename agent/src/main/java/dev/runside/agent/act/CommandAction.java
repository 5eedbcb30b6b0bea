package dev.runside.agent.act;

import dev.runside.agent.process.Environment;
import dev.runside.agent.time.Deadline;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs a program with its arguments; what it prints is bounded and cleaned of secrets. */
final class CommandAction {

    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final Duration LAST_WORDS = Duration.ofMillis(500);

    private final Redaction redaction;

    CommandAction(Redaction redaction) {
        this.redaction = redaction;
    }

    Result run(List<String> argv, Deadline deadline) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(argv)
                        .directory(new File("/"))
                        .redirectInput(new File("/dev/null"));
        Environment.set(builder, Map.of());
        Process process = builder.start();
        OutputCapture out = OutputCapture.of(process.getInputStream(), redaction);
        OutputCapture err = OutputCapture.of(process.getErrorStream(), redaction);
        try {
            boolean ended = process.waitFor(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
            if (!ended) {
                end(process);
            }
            return result(process, ended, out, err);
        } catch (InterruptedException held) {
            kill(process);
            throw held;
        }
    }

    private static Result result(
            Process process, boolean ended, OutputCapture out, OutputCapture err)
            throws InterruptedException {
        Deadline lastWords = Deadline.in(LAST_WORDS);
        Map<String, String> output = new HashMap<>();
        output.put("stdout", out.text(lastWords));
        output.put("stderr", err.text(lastWords));
        if (!ended) {
            return Result.failed("it was ended because the time was up", output);
        }
        output.put("exit", Integer.toString(process.exitValue()));
        return process.exitValue() == 0
                ? Result.done(output)
                : Result.failed("it ended with exit status " + process.exitValue(), output);
    }

    private static void end(Process process) throws InterruptedException {
        everyProcess(process).forEach(ProcessHandle::destroy);
        process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        kill(process);
    }

    private static void kill(Process process) {
        everyProcess(process).forEach(ProcessHandle::destroyForcibly);
    }

    private static Stream<ProcessHandle> everyProcess(Process process) {
        return Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList()
                .stream();
    }
}
