package dev.runside.demo.process;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * A POSIX signal to a process, sent through the C library: Java itself knows only TERM and KILL.
 */
public enum Signal {
    INTERRUPT(2, 2),
    KILL(9, 9),
    TERMINATE(15, 15),
    CONTINUE(18, 19),
    STOP(19, 17);

    private static final boolean MAC = System.getProperty("os.name").startsWith("Mac");
    private static final MethodHandle SEND =
            Linker.nativeLinker()
                    .downcallHandle(
                            Linker.nativeLinker().defaultLookup().findOrThrow("kill"),
                            FunctionDescriptor.of(
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.JAVA_INT));

    private final int linux;
    private final int mac;

    Signal(int linux, int mac) {
        this.linux = linux;
        this.mac = mac;
    }

    /** False where there is no such process or it is not ours. */
    public boolean send(long pid) {
        if (pid <= 1) {
            throw new IllegalArgumentException("no process of ours has pid " + pid);
        }
        try {
            return (int) SEND.invokeExact((int) pid, MAC ? mac : linux) == 0;
        } catch (Throwable e) {
            throw new IllegalStateException("could not send " + this + " to " + pid, e);
        }
    }
}
