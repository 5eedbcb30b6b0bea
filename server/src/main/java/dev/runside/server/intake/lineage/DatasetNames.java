package dev.runside.server.intake.lineage;

import java.util.List;
import java.util.stream.Stream;

/** Under which names the hop of a data set is looked for. */
final class DatasetNames {

    private DatasetNames() {}

    /** {@code public.mails} in {@code postgres://mail-db:5432}: that, {@code mails}, the server. */
    static List<String> of(String namespace, String name) {
        String server = namespace.replaceFirst("^[a-z0-9+]+://", "").replaceFirst("[:/].*", "");
        return Stream.of(name, name.replaceFirst(".*[./]", ""), server)
                .filter(each -> !each.isBlank())
                .distinct()
                .toList();
    }
}
