package dev.runside.core.learn;

import dev.runside.core.catalog.Action;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** In what two resolutions agree. */
record Sameness(boolean cause, boolean seam, boolean steps) {

    static Sameness of(Resolution one, Resolution other) {
        return new Sameness(
                one.plainCause().equals(other.plainCause()),
                one.suspect().equals(other.suspect()) && one.seam().equals(other.seam()),
                steps(one.did(), other.did()));
    }

    boolean all() {
        return cause && seam && steps;
    }

    /** As in "agrees in cause and seam, not in steps". */
    String sentence() {
        List<String> differ = named(false);
        return "agrees in "
                + String.join(" and ", named(true))
                + (differ.isEmpty() ? "" : ", not in " + String.join(" and ", differ));
    }

    private List<String> named(boolean agreeing) {
        return Stream.of(
                        cause == agreeing ? "cause" : "",
                        seam == agreeing ? "seam" : "",
                        steps == agreeing ? "steps" : "")
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Nothing done agrees with nothing: a runbook cannot be learnt of it. */
    private static boolean steps(List<Resolution.Deed> one, List<Resolution.Deed> other) {
        return !one.isEmpty()
                && one.size() == other.size()
                && IntStream.range(0, one.size())
                        .allMatch(at -> alike(one.get(at).action(), other.get(at).action()));
    }

    /** The same act, whatever its arguments. */
    private static boolean alike(Action one, Action other) {
        return switch (one) {
            case Action.Service _ -> one.equals(other);
            case Action.Command command ->
                    other instanceof Action.Command(List<String> argv)
                            && command.argv().size() == argv.size()
                            && command.argv().getFirst().equals(argv.getFirst());
            case Action.Wait _ -> other instanceof Action.Wait;
        };
    }
}
