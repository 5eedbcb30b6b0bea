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
                        problem.code().title(),
                        problem.detail(),
                        problem.fix(),
                        Theme.of(request),
                        assets));
    }
}
