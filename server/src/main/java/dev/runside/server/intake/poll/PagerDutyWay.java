package dev.runside.server.intake.poll;

import dev.runside.server.intake.pagerduty.LogEntries;
import dev.runside.server.intake.pagerduty.LogEntries.Page;
import dev.runside.server.intake.pagerduty.LogEntries.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Questions about what incidents did in a span of time, which is made shorter where more happened
 * in it than can be paged through.
 */
final class PagerDutyWay {

    private static final String UNTIL = "until";
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 20;
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration SHORTEST = Duration.ofSeconds(10);

    /** Entries may be listed a moment after their time. */
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    private final Round round;

    private PagerDutyWay(Round round) {
        this.round = round;
    }

    static Brought ask(Round round) {
        Instant since =
                round.mark(UNTIL)
                        .map(Instant::parse)
                        .orElse(round.begin().minus(Taking.BEFORE_BEGIN));
        Instant until = earlier(since.plus(LONGEST), round.now());
        return new PagerDutyWay(round).between(since, until);
    }

    private Brought between(Instant since, Instant until) {
        List<Step> steps = new ArrayList<>();
        boolean more = true;
        for (int page = 0; more && page < MOST_PAGES; page++) {
            Page read = round.one(path(since, until, page * PAGE), LogEntries::page);
            steps.addAll(read.steps());
            more = read.more();
        }
        Duration span = Duration.between(since, until);
        if (more && span.compareTo(SHORTEST) > 0) {
            return between(since, since.plus(span.dividedBy(2)));
        }
        if (more) {
            round.remark("more than can be read happened from %s on".formatted(since));
        }
        round.keep(UNTIL, until.toString());
        return new Brought(
                List.of(),
                steps.reversed().stream().sorted(Comparator.comparing(Step::at)).toList());
    }

    private String path(Instant since, Instant until, int offset) {
        String team = round.target().isEmpty() ? "" : "&team_ids%5B%5D=" + round.target();
        return "/log_entries?time_zone=UTC&include%%5B%%5D=incidents&include%%5B%%5D=channels&limit=%d&offset=%d&since=%s&until=%s%s"
                .formatted(
                        PAGE,
                        offset,
                        since.minus(OVERLAP).truncatedTo(ChronoUnit.SECONDS),
                        until.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1),
                        team);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
