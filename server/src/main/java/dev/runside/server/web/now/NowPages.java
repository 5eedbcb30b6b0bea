package dev.runside.server.web.now;

import dev.runside.server.intake.OtlpPort;
import dev.runside.server.web.frame.Shell;
import dev.runside.server.web.situation.Situation;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes the view of what is going on. */
@Component
class NowPages {

    private final Leadership leadership;
    private final HealedLately healed;
    private final OtlpPort otlp;

    NowPages(Leadership leadership, HealedLately healed, OtlpPort otlp) {
        this.leadership = leadership;
        this.healed = healed;
        this.otlp = otlp;
    }

    NowView view(Shell shell, Headline headline, List<NowView.Paged> paged, Situation situation) {
        List<NowView.Metric> metrics = leadership.of(situation);
        return new NowView(
                shell,
                headline.sentence(),
                headline.mood(),
                !situation.catalog().products().isEmpty(),
                otlp.number(),
                new OpenIncidents(situation).all(),
                paged,
                metrics,
                PlainProducts.of(situation, metrics),
                healed.before(situation),
                Watched.sentence(situation.catalog()),
                Watched.agents(situation));
    }
}
