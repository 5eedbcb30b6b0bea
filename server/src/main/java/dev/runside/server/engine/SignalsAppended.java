package dev.runside.server.engine;

/** The log has grown and is committed: the engine reads on. */
public record SignalsAppended() {}
