package dev.runside.demo.docs;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Lines of output without what differs from one time and machine to the next. */
final class Shape {

    private Shape() {}

    /** Lines of a document that the output lacks; an ellipsis stands for lines left out. */
    static List<String> missing(String shown, String output) {
        Set<String> seen = output.lines().map(Shape::of).collect(Collectors.toSet());
        return shown.lines()
                .map(Shape::of)
                .filter(line -> !line.isEmpty() && !line.equals("…"))
                .filter(line -> !seen.contains(line))
                .toList();
    }

    private static String of(String line) {
        return line.replaceAll("rs_[a-z]+_[\\w-]*…?", "TOKEN")
                .replaceAll("/[^ ]*/var/", "var/")
                .replaceAll("user:[\\w-]+", "PERSON")
                .replaceAll("\\d+([.:-]\\d+)*", "N")
                .replaceAll("N N [A-Z]{3,5}\\b", "MOMENT")
                .replaceAll("N (s|min)\\b", "TIME")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
