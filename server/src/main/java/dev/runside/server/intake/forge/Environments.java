package dev.runside.server.intake.forge;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which environments customers do not meet. What is deployed there changes nothing that Runside
 * watches.
 */
public final class Environments {

    private static final Pattern REHEARSAL =
            Pattern.compile(
                    "(?:.*[-_/ ])?(?:staging|stage|test|testing|qa|dev|development|preview|review|sandbox|ci)(?:[-_/ ].*)?");

    private Environments() {}

    public static boolean isRehearsal(String name) {
        return REHEARSAL.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }
}
