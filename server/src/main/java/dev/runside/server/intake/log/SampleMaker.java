package dev.runside.server.intake.log;

import dev.runside.core.signal.Signal;
import dev.runside.server.watch.Watching.IndicatorSample;
import java.util.List;

/** Makes samples of indicators from signals. The log's one writer asks it, commit by commit. */
public interface SampleMaker {

    /** Whether it looks at a signal at all; most it does not, and they cost nothing. */
    boolean looksAt(Signal signal);

    /** Of signals that are new, in their order; those of one commit. */
    List<IndicatorSample> of(List<Signal> fresh);
}
