package dev.runside.server.audit;

/**
 * What was done or asked for.
 *
 * @param name as in {@code source.token}, {@code run.approve}
 * @param target the reference it was done to
 * @param rule what allowed or refused it: a charter's right, or a fixed rule by name
 * @param outcome as in {@code done}, {@code refused}
 */
public record Act(String name, String target, String rule, String outcome) {

    public Act {
        if (name.isBlank() || target.isBlank() || outcome.isBlank()) {
            throw new IllegalArgumentException(
                    "An audit line needs a name, a target and an outcome");
        }
    }

    public static Act done(String name, String target, String rule) {
        return new Act(name, target, rule, "done");
    }

    public static Act refused(String name, String target, String rule) {
        return new Act(name, target, rule, "refused");
    }
}
