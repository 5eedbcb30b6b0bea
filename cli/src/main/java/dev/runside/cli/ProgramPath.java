package dev.runside.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** A program's absolute path, found as a shell would find it. */
record ProgramPath(Path workingDirectory, String searched) {

    static ProgramPath here() {
        return new ProgramPath(
                Path.of("").toAbsolutePath(),
                Optional.ofNullable(System.getenv("PATH")).orElse(""));
    }

    /** Absent where no program of that name can be executed. */
    Optional<Path> find(String word) {
        return candidates(word)
                .map(Path::normalize)
                .filter(Files::isRegularFile)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private Stream<Path> candidates(String word) {
        return word.contains("/")
                ? Stream.of(workingDirectory.resolve(word))
                : Arrays.stream(searched.split(":"))
                        .filter(folder -> !folder.isEmpty())
                        .map(folder -> workingDirectory.resolve(folder).resolve(word));
    }
}
