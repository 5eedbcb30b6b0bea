package dev.runside.agent;

import java.util.Optional;

/** Which version of the agent this is. */
final class Version {

    private Version() {}

    static String current() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
