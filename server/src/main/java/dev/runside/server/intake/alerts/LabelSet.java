package dev.runside.server.intake.alerts;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Names with their values, sorted by name. Equal sets are one condition. */
public final class LabelSet {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final int SEPARATOR = 0xff;
    private static final int ASCII = 0x80;

    public static final LabelSet EMPTY = new LabelSet(new String[0]);

    private final String[] pairs;
    private long fingerprint;

    private LabelSet(String[] pairs) {
        this.pairs = pairs;
    }

    public static LabelSet of(Map<String, String> labels) {
        String[] pairs = new String[labels.size() * 2];
        int at = 0;
        for (Map.Entry<String, String> label : new TreeMap<>(labels).entrySet()) {
            pairs[at++] = label.getKey();
            pairs[at++] = label.getValue();
        }
        return new LabelSet(pairs);
    }

    /**
     * @param pairs name, value, name, value, …; where a name stands twice, the last value counts
     */
    public static LabelSet ofPairs(String[] pairs, int length) {
        for (int at = 2; at < length; at += 2) {
            if (pairs[at - 2].compareTo(pairs[at]) >= 0) {
                return sorted(pairs, length);
            }
        }
        return new LabelSet(Arrays.copyOf(pairs, length));
    }

    private static LabelSet sorted(String[] pairs, int length) {
        Map<String, String> labels = new TreeMap<>();
        for (int at = 0; at < length; at += 2) {
            labels.put(pairs[at], pairs[at + 1]);
        }
        return of(labels);
    }

    public Optional<String> value(String name) {
        for (int at = 0; at < pairs.length; at += 2) {
            if (pairs[at].equals(name)) {
                return Optional.of(pairs[at + 1]);
            }
        }
        return Optional.empty();
    }

    public boolean isEmpty() {
        return pairs.length == 0;
    }

    public Map<String, String> toMap() {
        Map<String, String> map = new LinkedHashMap<>();
        forEach(map::put);
        return map;
    }

    /** By name. */
    public void forEach(BiConsumer<String, String> label) {
        for (int at = 0; at < pairs.length; at += 2) {
            label.accept(pairs[at], pairs[at + 1]);
        }
    }

    long characters() {
        long characters = 0;
        for (String text : pairs) {
            characters += text.length();
        }
        return characters;
    }

    /** As Prometheus computes it: FNV-1a over names and values, with 0xff after each. */
    public String fingerprint() {
        String hex = Long.toHexString(number());
        return "0".repeat(16 - hex.length()) + hex;
    }

    private long number() {
        long hash = fingerprint;
        if (hash == 0) {
            hash = FNV_OFFSET;
            for (String text : pairs) {
                hash = (mixed(hash, text) ^ SEPARATOR) * FNV_PRIME;
            }
            fingerprint = hash;
        }
        return hash;
    }

    private static long mixed(long before, String text) {
        long hash = before;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter >= ASCII) {
                return mixed(before, text.getBytes(StandardCharsets.UTF_8));
            }
            hash = (hash ^ letter) * FNV_PRIME;
        }
        return hash;
    }

    private static long mixed(long before, byte[] bytes) {
        long hash = before;
        for (byte each : bytes) {
            hash = (hash ^ (each & 0xff)) * FNV_PRIME;
        }
        return hash;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LabelSet set && Arrays.equals(pairs, set.pairs);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number());
    }

    @Override
    public String toString() {
        var text = new StringJoiner(", ", "{", "}");
        forEach((name, value) -> text.add(name + "=" + value));
        return text.toString();
    }
}
