package dev.runside.server.web.frame;

import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import dev.runside.server.problem.ProblemPage;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Problems in the look of the other pages; who is not signed in learns how to. */
@Component
class ProblemPages implements ProblemPage {

    private static final Set<ErrorCode> SIGN_IN =
            Set.of(ErrorCode.SIGN_IN_NEEDED, ErrorCode.TOKEN_REFUSED);

    private final Html html;
    private final Assets assets;

    ProblemPages(Html html, Assets assets) {
        this.html = html;
        this.assets = assets;
    }

    @Override
    public String of(Problem problem, HttpServletRequest request) {
        return html.text(
                "frame/problem",
                new ProblemView(
                        SIGN_IN.contains(problem.code()),
                        reason(problem, request),
                        problem.code().title(),
                        problem.detail(),
                        problem.fix(),
                        Way.from(request),
                        Theme.of(request),
                        assets));
    }

    private static String reason(Problem problem, HttpServletRequest request) {
        if (problem.code() != ErrorCode.TOKEN_REFUSED) {
            return "";
        }
        return request.getRequestURI().equals("/login")
                ? "This link was used already or is older than 10 minutes; `runside login` prints another."
                : "You were signed in here before; that is over now.";
    }
}
