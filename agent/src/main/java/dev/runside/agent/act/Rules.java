package dev.runside.agent.act;

import dev.runside.agent.step.Step;
import dev.runside.agent.time.MonotonicClock;

/** Whether a step may be begun at this moment. */
record Rules(AllowList allowList, Hold hold, MonotonicClock clock) {

    Ruling judge(Step step) {
        Ruling ruling = allowList.judge(step);
        if (ruling instanceof Ruling.Refused) {
            return ruling;
        }
        if (!step.lease().couldCover(step.timeout())) {
            return Ruling.refused("the step's lease is shorter than its timeout");
        }
        return hold.active() ? Ruling.refused(hold.reason()) : Ruling.Allowed.INSTANCE;
    }

    /** Whether the step, begun now, would be over before another may be given it. */
    boolean leaseHolds(Step step) {
        return step.lease().covers(step.timeout(), clock.now());
    }
}
