package dev.runside.cli;

import java.util.Locale;

/** A person's name in Runside, made from the name this machine knows them by. */
final class FirstPersonName {

    private FirstPersonName() {}

    static String fromUser() {
        return from(System.getProperty("user.name", ""));
    }

    static String from(String user) {
        String name =
                user.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9-]+", "-")
                        .replaceAll("^-+|-+$", "");
        return name.isEmpty() ? "admin" : name;
    }
}
