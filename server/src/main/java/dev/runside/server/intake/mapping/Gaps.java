package dev.runside.server.intake.mapping;

import dev.runside.server.catalog.Catalogs;
import java.util.List;
import org.springframework.stereotype.Component;

/** The names that the catalog does not know as of now, each with what would mend it. */
@Component
public class Gaps {

    static final int MOST = 1_000;

    private final UnmappedNames names;
    private final ServiceNames services;
    private final Catalogs catalogs;

    Gaps(UnmappedNames names, ServiceNames services, Catalogs catalogs) {
        this.names = names;
        this.services = services;
        this.catalogs = catalogs;
    }

    /** The most often said first. */
    public List<Gap> all() {
        var proposals = new Proposals(catalogs.current());
        return names.heard(MOST).stream()
                .filter(heard -> services.hopsOf(heard.name()).isEmpty())
                .map(heard ->
                        new Gap(
                                heard.source(),
                                heard.name(),
                                heard.count(),
                                heard.firstSeen(),
                                heard.lastSeen(),
                                proposals.of(heard.name())))
                .toList();
    }
}
