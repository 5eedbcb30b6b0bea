package dev.runside.agent.act;

import dev.runside.agent.step.Report;

/** Where reports go; they get there in the end, or the step is offered again. */
@FunctionalInterface
public interface Reports {

    void send(Report report);
}
