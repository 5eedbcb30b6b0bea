package dev.runside.bench.judge;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** As given on the command line. */
record Options(JudgedSet set, Path data, Path out) {

    private static final int WORDS = 3;

    static final String HELP =
            """
            bench/judge SET DATA OUT: what Runside says of recorded data whose answers are known.

            SET is one of: %s. DATA is the unpacked set, OUT the folder to write the answers to, in the form that the set's
            scorer reads. The same detectors as in the server, one configuration for all; no label is read. Takes seconds.

              --help

            Ends with 0 when all was judged, with 2 when it could not begin.\
            """
                    .formatted(Sets.names());

    /** Empty when help is wanted. */
    static Optional<Options> read(String... words) {
        List<String> given = List.of(words);
        if (given.contains("--help") || given.contains("-h")) {
            return Optional.empty();
        }
        if (given.size() != WORDS) {
            throw new IllegalArgumentException("SET DATA OUT; bench/judge --help explains");
        }
        JudgedSet set =
                Sets.named(given.getFirst())
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "unknown set, there are " + Sets.names()));
        Path data = Path.of(given.get(1));
        if (!Files.isDirectory(data)) {
            throw new IllegalArgumentException("no folder: " + data);
        }
        return Optional.of(new Options(set, data, Path.of(given.get(2))));
    }
}
