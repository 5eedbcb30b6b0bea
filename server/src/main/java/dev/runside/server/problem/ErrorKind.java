package dev.runside.server.problem;

/** Who can do something about an error. */
public enum ErrorKind {
    /** The request is wrong; the same one will be refused again. */
    CALLER,
    /** Runside is wrong. */
    INTERNAL,
    /** Too much at once; the same request will do later. */
    OVERLOAD,
    /** Something that Runside needs is away. */
    DEPENDENCY
}
