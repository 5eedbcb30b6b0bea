package dev.runside.server.problem;

/** One of the things that are wrong with a request; the caller sees its fields as they are. */
public interface ErrorItem {}
