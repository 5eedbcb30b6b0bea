package dev.runside.server.intake.fuzz;

import java.util.List;
import java.util.random.RandomGenerator;

/** Values that readers stumble over, as they stand in JSON. */
final class Oddities {

    private static final List<String> VALUES =
            List.of(
                    "null",
                    "true",
                    "false",
                    "0",
                    "-1",
                    "1e999999999",
                    "-1e-999999999",
                    "1e400",
                    "1.5",
                    "9223372036854775808",
                    "-9223372036854775809",
                    "4294967296",
                    "9".repeat(900),
                    "9".repeat(1_100),
                    "[]",
                    "{}",
                    "[[]]",
                    "[null]",
                    "[{}]",
                    "[1,\"a\",{}]",
                    "{\"\":{}}",
                    "{\"a\":1,\"a\":2}",
                    "\"\"",
                    "\" \"",
                    "\"\\u0000\"",
                    "\"\\ud800\"",
                    "\"\\udc00\\ud800\"",
                    "\"é€😀\"",
                    "\"%zz%s%n\"",
                    "\"NaN\"",
                    "\"-Infinity\"",
                    "\"0x1p1024\"",
                    "\"9223372036854775808\"",
                    "\"2026-13-45T99:99:99Z\"",
                    "\"2026-01-31T12:00:00.1234567890Z\"",
                    "\"2026-01-31T12:00:00.Z\"",
                    "\"2026-01-31T12:00:00 Z\"",
                    "\"0000-00-00T00:00:00Z\"",
                    "\"0001-01-01T00:00:00Z\"",
                    "\"+999999999-12-31T23:59:59-18:00\"",
                    "\"-999999999-01-01T00:00:00+18:00\"",
                    "\"9999-12-31T23:59:59-18:00\"",
                    "\"2026-01-31 12:00:00 Mars\"",
                    "\"1969-12-31 23:59:59 UTC\"",
                    "\"hop:\"",
                    "\":\"",
                    "\"hop:a b\"",
                    "\"product:/\"",
                    "\"hop:mail/relay\"",
                    "\"e30=\"",
                    "\"e30\"",
                    "\"W1tbW1s=\"",
                    "\"(((\"",
                    "\"(a*)*$\"",
                    "\"((a{100}){100}){100}\"",
                    "\"[[:bad:]]\"",
                    "\"1-1-1-1-1\"",
                    "\"...\"",
                    "\"//\"",
                    "\"refs/heads/\"");

    private Oddities() {}

    static String value(RandomGenerator random) {
        return switch (random.nextInt(44)) {
            case 0 -> nested(random, "[", "]");
            case 1 -> nested(random, "{\"a\":", "}");
            case 2 -> nested(random, "{\"arrayValue\":{\"values\":[", "]}}");
            case 3 -> "\"" + lengthy(random, "x") + "\"";
            case 4 -> "\"" + lengthy(random, "\\u00e9 bob@mail.example 1-") + "\"";
            case 5 -> "[" + lengthy(random, "{},") + "{}]";
            case 6 -> many(random);
            case 7 -> "\"" + nested(random, "(", ")") + "\"";
            case 8 ->
                    nested(
                            random,
                            "{\"kvlistValue\":{\"values\":[{\"key\":\"a\",\"value\":",
                            "}]}}");
            default -> VALUES.get(random.nextInt(VALUES.size()));
        };
    }

    private static String nested(RandomGenerator random, String open, String close) {
        int depth = 1 << random.nextInt(1, 13);
        return open.repeat(depth) + "1" + close.repeat(depth);
    }

    private static String lengthy(RandomGenerator random, String piece) {
        return piece.repeat(1 << random.nextInt(1, 13));
    }

    private static String many(RandomGenerator random) {
        var object = new StringBuilder("{");
        int fields = 1 << random.nextInt(1, 11);
        for (int at = 0; at < fields; at++) {
            object.append("\"field").append(at).append("\":{},");
        }
        return object.append("\"last\":1}").toString();
    }
}
