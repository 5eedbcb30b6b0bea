package dev.runside.cli.local;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;

/**
 * How much the server may keep in memory: an eighth of the machine's, from 384 MB on a small one to
 * 1 GB. A subject with its indicator, two series and an alert takes about 3 KB of it.
 *
 * @param megabytes from 256 to 65,536
 */
public record Heap(int megabytes) {

    static final String VARIABLE = "RUNSIDE_HEAP";

    private static final int LEAST_WANTED = 256;
    private static final int MOST_WANTED = 65_536;
    private static final int LEAST = 384;
    private static final int MOST = 1_024;
    private static final int SHARE = 8;
    private static final long MEGABYTE = 1024 * 1024;

    public Heap {
        if (megabytes < LEAST_WANTED || megabytes > MOST_WANTED) {
            throw new IllegalArgumentException(
                    VARIABLE
                            + " is the server's memory in megabytes, from "
                            + LEAST_WANTED
                            + " to "
                            + MOST_WANTED);
        }
    }

    /** As the environment wants it, else by this machine's memory, or its container's. */
    static Heap here() {
        var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return of(System.getenv(), machine.getTotalMemorySize());
    }

    static Heap of(Map<String, String> environment, long machineBytes) {
        String wanted = environment.getOrDefault(VARIABLE, "");
        if (wanted.isEmpty()) {
            return new Heap((int) Math.clamp(machineBytes / SHARE / MEGABYTE, LEAST, MOST));
        }
        return new Heap(wanted.matches("\\d{1,6}") ? Integer.parseInt(wanted) : 0);
    }

    String flag() {
        return "-Xmx" + megabytes + "m";
    }
}
