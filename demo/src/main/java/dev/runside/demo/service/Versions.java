package dev.runside.demo.service;

import dev.runside.demo.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Which version of a service its next start runs: a deploy writes it, a restart keeps it. */
public final class Versions {

    public static final String FIRST = "1.0";

    private Versions() {}

    public static String of(Site site, String service) throws IOException {
        Path file = site.versionFile(service);
        return Files.exists(file) ? Files.readString(file).strip() : FIRST;
    }

    public static void set(Site site, String service, String version) throws IOException {
        Files.createDirectories(Objects.requireNonNull(site.versionFile(service).getParent()));
        Files.writeString(site.versionFile(service), version);
    }
}
