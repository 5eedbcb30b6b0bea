package dev.runside.server.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers with a problem: a document for programs, a small page for a browser that asked for a
 * page.
 */
@Component
public class ProblemWriter {

    private static final String RETRY_AFTER_SECONDS = "5";

    private final JsonMapper json;
    private final ObjectProvider<ProblemPage> pages;
    private final ObjectProvider<ProblemForm> forms;

    ProblemWriter(
            JsonMapper json, ObjectProvider<ProblemPage> pages, ObjectProvider<ProblemForm> forms) {
        this.json = json;
        this.pages = pages;
        this.forms = forms;
    }

    /** Does nothing when the answer is under way already. */
    public void write(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.code().status());
        response.setHeader("Cache-Control", "no-store");
        addHints(problem.code(), response);
        answer(problem, request, response);
    }

    private void answer(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<ProblemForm> form =
                forms.orderedStream().filter(each -> each.fits(problem, request)).findFirst();
        if (form.isPresent()) {
            response.setStatus(form.get().status(problem));
            send(response, MediaType.APPLICATION_JSON_VALUE, json(form.get().body(problem)));
        } else if (wantsPage(request)) {
            send(response, "text/html;charset=UTF-8", page(problem, request));
        } else {
            send(
                    response,
                    MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                    json(ProblemDocument.of(problem)));
        }
    }

    private static void send(HttpServletResponse response, String type, byte[] body)
            throws IOException {
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private byte[] json(Object value) {
        return json.writeValueAsBytes(value);
    }

    private static void addHints(ErrorCode code, HttpServletResponse response) {
        if (code.status() == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"runside\"");
        }
        if (code.kind() == ErrorKind.OVERLOAD || code.kind() == ErrorKind.DEPENDENCY) {
            response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
        }
    }

    private static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null
                && accept.contains("text/html")
                && !request.getRequestURI().startsWith("/api/");
    }

    private byte[] page(Problem problem, HttpServletRequest request) {
        ProblemPage page = pages.getIfAvailable();
        String html = page == null ? plain(problem) : page.of(problem, request);
        return html.getBytes(StandardCharsets.UTF_8);
    }

    private static String plain(Problem problem) {
        return """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%1$s · Runside</title></head>
        <body><main><h1>%1$s</h1><p>%2$s</p><p>%3$s</p><p><a href="/">Now</a></p></main></body>
        </html>
        """
                .formatted(
                        escape(problem.code().title()),
                        escape(problem.detail()),
                        escape(problem.fix()));
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }
}
