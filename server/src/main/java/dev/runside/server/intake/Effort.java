package dev.runside.server.intake;

import java.util.regex.Pattern;

/**
 * A text that may be looked at so often and no more: an expression like {@code (a+)+b} would look
 * at some for years. What it does not find by then counts as not matching.
 */
public final class Effort implements CharSequence {

    private static final int LOOKS = 100_000;
    private static final int LOOKS_A_CHARACTER = 20;

    private final String text;
    private long left;

    private Effort(String text) {
        this.text = text;
        this.left = LOOKS + (long) LOOKS_A_CHARACTER * text.length();
    }

    public static boolean matches(Pattern pattern, String text) {
        try {
            return pattern.matcher(new Effort(text)).matches();
        } catch (TooMuch | StackOverflowError _) {
            return false;
        }
    }

    private static final class TooMuch extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooMuch() {
            super("too much", null, false, false);
        }
    }

    @Override
    public char charAt(int index) {
        if (left-- == 0) {
            throw new TooMuch();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
