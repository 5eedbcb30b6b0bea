package dev.runside.server.intake.inquiry;

/** Nothing that can be counted came back. */
abstract sealed class Unanswered extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private Unanswered(String why) {
        super(why);
    }

    String why() {
        return String.valueOf(getMessage());
    }

    /** It does not answer, or not as a Prometheus: no other question is sent either. */
    static final class Away extends Unanswered {

        private static final long serialVersionUID = 1L;

        Away(String why) {
            super(why);
        }
    }

    /** It will not answer this question; another one it may. */
    static final class Refused extends Unanswered {

        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(why);
        }
    }
}
