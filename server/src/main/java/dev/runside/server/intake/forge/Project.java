package dev.runside.server.intake.forge;

import java.util.List;
import java.util.stream.Stream;

/**
 * A repository.
 *
 * @param forge whose: {@code github}, {@code gitlab}
 * @param path with its owner: {@code example/relay}
 * @param branch the default one, or empty text
 */
public record Project(String forge, String path, String branch) {

    /** A hop's service may be called by the whole path, or by its last part. */
    List<String> names() {
        return Stream.of(path, path.substring(path.lastIndexOf('/') + 1))
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
    }

    /** Of something in it, the same whichever way it is told. */
    String reference(String what, String id) {
        return forge + "/" + path + "/" + what + "/" + id;
    }

    public boolean isDefault(String other) {
        return !branch.isEmpty() && branch.equals(other);
    }
}
