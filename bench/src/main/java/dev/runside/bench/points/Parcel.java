package dev.runside.bench.points;

/** What one sender sends again and again, each time with something new in it. */
interface Parcel {

    /** How many points or signals it holds. */
    int size();

    /** The number of the source that it comes from. */
    int source();

    byte[] next();
}
