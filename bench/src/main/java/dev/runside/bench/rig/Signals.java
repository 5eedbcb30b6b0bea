package dev.runside.bench.rig;

import java.io.IOException;

/** POSIX signals that Java does not send by itself. SIGKILL it does: {@link #kill}. */
public final class Signals {

    private Signals() {}

    /** SIGKILL; returns when the process is gone. */
    public static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** SIGSTOP: it exists and does nothing. */
    public static void suspend(ProcessHandle process) throws IOException, InterruptedException {
        send("STOP", process);
    }

    /** SIGCONT. */
    public static void resume(ProcessHandle process) throws IOException, InterruptedException {
        send("CONT", process);
    }

    /** SIGHUP: it reads its configuration again. */
    public static void hangUp(ProcessHandle process) throws IOException, InterruptedException {
        send("HUP", process);
    }

    private static void send(String signal, ProcessHandle process)
            throws IOException, InterruptedException {
        int code =
                new ProcessBuilder("/bin/kill", "-" + signal, Long.toString(process.pid()))
                        .inheritIO()
                        .start()
                        .waitFor();
        if (code != 0) {
            throw new IOException("SIG" + signal + " did not reach process " + process.pid());
        }
    }
}
