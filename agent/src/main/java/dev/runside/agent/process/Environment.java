package dev.runside.agent.process;

import java.util.Map;
import java.util.Set;

/** What of the starter's own environment a started process may see. */
public final class Environment {

    private static final Set<String> PASSED_ON =
            Set.of("PATH", "HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR");

    private Environment() {}

    /** Leaves only what every program needs, then adds what this one is given. */
    public static void set(ProcessBuilder builder, Map<String, String> added) {
        builder.environment().keySet().retainAll(PASSED_ON);
        builder.environment().putAll(added);
    }
}
