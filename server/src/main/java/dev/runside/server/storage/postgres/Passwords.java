package dev.runside.server.storage.postgres;

/** The passwords of the two roles: the superuser that sets up, and the server's own. */
public record Passwords(String setup, String server) {

    @Override
    public String toString() {
        return "Passwords[…]";
    }
}
