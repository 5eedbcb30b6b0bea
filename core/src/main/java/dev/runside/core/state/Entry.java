package dev.runside.core.state;

/**
 * One keyed piece of state. Its type and key name it; a host stores it as a row, or as a record of
 * a changelog.
 */
public interface Entry {

    String key();
}
