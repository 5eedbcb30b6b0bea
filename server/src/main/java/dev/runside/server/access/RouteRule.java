package dev.runside.server.access;

import dev.runside.server.problem.ProblemErrorController;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** Who may call a handler. */
final class RouteRule {

    /**
     * Handlers that cannot carry {@link Allow}: the errors of the container, and the description of
     * the API.
     */
    private static final Map<String, Set<Who>> WITHOUT_ANNOTATION =
            Map.of(
                    ProblemErrorController.class.getName(),
                    Set.of(Who.OPEN),
                    "org.springdoc.webmvc.api.OpenApiWebMvcResource",
                    Set.of(Who.OPEN));

    private RouteRule() {}

    /** Nobody, when nothing is said. */
    static Set<Who> of(Object handler) {
        return switch (handler) {
            case HandlerMethod method -> ofMethod(method);
            case ResourceHttpRequestHandler _ -> Set.of(Who.OPEN);
            case Object _ -> Set.of();
        };
    }

    private static Set<Who> ofMethod(HandlerMethod handler) {
        return Optional.ofNullable(
                        AnnotatedElementUtils.findMergedAnnotation(
                                handler.getMethod(), Allow.class))
                .or(() ->
                        Optional.ofNullable(
                                AnnotatedElementUtils.findMergedAnnotation(
                                        handler.getBeanType(), Allow.class)))
                .map(allow -> Set.of(allow.value()))
                .orElseGet(() ->
                        WITHOUT_ANNOTATION.getOrDefault(handler.getBeanType().getName(), Set.of()));
    }
}
