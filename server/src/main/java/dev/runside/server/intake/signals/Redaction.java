package dev.runside.server.intake.signals;

import dev.runside.server.intake.Draft;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Takes out of customers' words what is theirs: mail addresses, phone and card numbers, tokens. In
 * doubt a number goes.
 */
public final class Redaction {

    private static final Pattern MAIL =
            Pattern.compile(
                    "[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,8}");

    private static final Pattern TOKEN =
            Pattern.compile(
                    "(?i:bearer\\s+)[\\w.~+/-]{8,}=*"
                            + "|(?<![\\w-])(?=[\\w-]{8,}+\\.[\\w-]{5,})(?:[\\w-]*?-)??eyJ[\\w-]{5,}\\.[\\w-]{5,}(?:\\.[\\w-]*)?"
                            + "|\\b(?:rs_(?:person|source|agent)_|gh[pousr]_|github_pat_|glpat-|xox[abeoprs]-|sk-|sk_|pk_|whsec_)[\\w-]{8,}"
                            + "|\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b"
                            + "|(?i:\\b(?:password|passwd|secret|token|api[_-]?key)\\b\\s*[:=]\\s*)\\S{4,}"
                            + "|\\b(?=[A-Za-z]*\\d)(?=\\d*[A-Za-z])[A-Za-z0-9_]{40,}\\b");

    /** Digits with at most one separator between two of them, not within a longer word. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w.-])\\+?\\(?\\d(?:[ ()/.-]{0,2}\\d){7,18}(?![\\w-])");

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(?:[ .-]\\d{1,2})*");
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");

    private Redaction() {}

    static Draft of(Draft ticket) {
        Map<String, String> attributes = new HashMap<>();
        ticket.attributes().forEach((name, value) -> attributes.put(name, redacted(value)));
        return new Draft(
                ticket.id(),
                ticket.kind(),
                ticket.subject(),
                ticket.names(),
                ticket.time(),
                ticket.severity(),
                redacted(ticket.title()),
                attributes,
                ticket.condition());
    }

    public static String redacted(String text) {
        String noMail = MAIL.matcher(text).replaceAll("[mail]");
        String noTokens = TOKEN.matcher(noMail).replaceAll("[token]");
        return NUMBER.matcher(noTokens).replaceAll(Redaction::number);
    }

    private static String number(MatchResult match) {
        String text = match.group();
        if (DATE.matcher(text).matches() || ADDRESS.matcher(text).matches()) {
            return text;
        }
        String digits = text.replaceAll("\\D", "");
        return digits.length() >= 13 && passesLuhn(digits) ? "[card]" : "[phone]";
    }

    /** The check digit of card numbers (ISO/IEC 7812-1). */
    private static boolean passesLuhn(String digits) {
        int sum = 0;
        for (int place = 0; place < digits.length(); place++) {
            int digit = digits.charAt(digits.length() - 1 - place) - '0';
            int doubled = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
            sum += place % 2 == 0 ? digit : doubled;
        }
        return sum % 10 == 0;
    }
}
