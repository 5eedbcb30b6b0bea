package dev.runside.server.intake;

/**
 * The name by which a change's start and end are known to be of one change, fit for a reference.
 */
final class ChangeName {

    private static final int MOST = 200;

    private ChangeName() {}

    static String of(Draft draft) {
        String given = draft.attributes().getOrDefault("change", draft.id());
        String name =
                given.replaceAll("[^A-Za-z0-9._/:@#-]", "-").replaceFirst("^[^A-Za-z0-9]+", "");
        return name.isEmpty() || name.length() > MOST ? new Digest().add(given).hex() : name;
    }
}
