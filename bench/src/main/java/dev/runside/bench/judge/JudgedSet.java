package dev.runside.bench.judge;

import java.io.IOException;
import java.nio.file.Path;

/** A set of recorded data: reads it, lets the core judge, and writes what its scorer reads. */
interface JudgedSet {

    /**
     * @param data the folder of the set, unpacked
     * @param out the folder to write to; it exists
     */
    void judge(Path data, Path out) throws IOException;
}
