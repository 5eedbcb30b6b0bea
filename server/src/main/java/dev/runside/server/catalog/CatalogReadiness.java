package dev.runside.server.catalog;

import dev.runside.server.health.Readiness;
import dev.runside.server.health.ReadinessCheck;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Ready without owners, too; but it says who is missing. */
@Component
class CatalogReadiness implements ReadinessCheck {

    private static final int MOST_SAID = 5;

    private final CatalogRoom room;

    CatalogReadiness(CatalogRoom room) {
        this.room = room;
    }

    @Override
    public String name() {
        return "catalog";
    }

    @Override
    public Readiness check() {
        InForce inForce = room.inForce();
        List<Gap> gaps = inForce.gaps();
        if (gaps.isEmpty()) {
            int products = inForce.catalog().products().size();
            return new Readiness.Ready(
                    "Version " + inForce.version() + ", products: " + products + ".");
        }
        String said =
                gaps.stream().limit(MOST_SAID).map(Gap::sentence).collect(Collectors.joining("; "));
        int more = gaps.size() - MOST_SAID;
        return new Readiness.Lacking(said + (more > 0 ? "; and " + more + " more." : "."));
    }
}
