package dev.runside.demo.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** One way to break the company. */
public enum Fault {
    KILL_CHECKOUT("kills the checkout process (SIGKILL)"),
    HANG_CHECKOUT("freezes the checkout process (SIGSTOP): it is there and does not answer"),
    SLOW_INVENTORY("makes inventory answer 800 ms late; orders still succeed"),
    DATABASE_DOWN("stops the shop's PostgreSQL; both products suffer"),
    DROP_COLUMN(
            "deploys a checkout that drops a column which reporting reads; checkout stays green"),
    STALL_OUTCOME("hides the order form: every page is quick and good, and hardly anybody orders"),
    DRIFT_ASSISTANT("updates the assistant's model: it keeps answering, its tool calls fail"),
    LEAK_CONNECTIONS(
            "makes inventory lose its database connections; no runbook knows it until a person has restarted inventory three times");

    private final String description;

    Fault(String description) {
        this.description = description;
    }

    /** As it is typed: {@code kill-checkout}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A runbook heals it: nobody need mend it, and nobody is paged. */
    public boolean healsItself() {
        return this == KILL_CHECKOUT || this == HANG_CHECKOUT;
    }

    /** What a person does about it, three times, is what a runbook is learnt of. */
    public boolean isLearnt() {
        return this == LEAK_CONNECTIONS;
    }

    public String description() {
        return description;
    }

    public static Optional<Fault> find(String id) {
        return Arrays.stream(values()).filter(fault -> fault.id().equals(id)).findFirst();
    }
}
