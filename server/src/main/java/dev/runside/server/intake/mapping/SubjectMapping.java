package dev.runside.server.intake.mapping;

import dev.runside.core.Ref;
import dev.runside.server.catalog.Catalogs;
import dev.runside.server.intake.mapping.Meaning.Forbidden;
import dev.runside.server.intake.mapping.Meaning.Known;
import dev.runside.server.intake.mapping.Meaning.Unmapped;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the subject of a report: the one it names, else the hop that carries one of its names. */
@Component
public class SubjectMapping {

    private final Catalogs catalogs;
    private final ServiceNames services;

    public SubjectMapping(Catalogs catalogs, ServiceNames services) {
        this.catalogs = catalogs;
        this.services = services;
    }

    /**
     * @param names in the order of trust: service name, job, …
     */
    public Meaning of(Speaker speaker, Optional<Ref> said, List<String> names) {
        return said.map(subject -> ofSubject(speaker, subject))
                .orElseGet(() -> ofNames(speaker, names));
    }

    private Meaning ofSubject(Speaker speaker, Ref subject) {
        if (!speaker.mayReportOn().test(subject)) {
            return new Forbidden(subject);
        }
        return catalogs.current().knows(subject)
                ? new Known(subject)
                : new Unmapped(subject.toString());
    }

    private Meaning ofNames(Speaker speaker, List<String> names) {
        List<Ref> hops =
                names.stream()
                        .map(services::hopsOf)
                        .filter(found -> !found.isEmpty())
                        .findFirst()
                        .orElse(List.of());
        if (hops.isEmpty()) {
            return new Unmapped(names.isEmpty() ? "" : names.getFirst());
        }
        return hops.stream()
                .filter(speaker.mayReportOn())
                .findFirst()
                .<Meaning>map(Known::new)
                .orElseGet(() -> new Forbidden(hops.getFirst()));
    }
}
