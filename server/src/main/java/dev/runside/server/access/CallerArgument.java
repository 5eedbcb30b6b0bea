package dev.runside.server.access;

import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a handler its caller, of the kind that it asks for. */
final class CallerArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return Caller.class.isAssignableFrom(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Object caller = request.getAttribute(Gate.CALLER, RequestAttributes.SCOPE_REQUEST);
        if (caller == null || !parameter.getParameterType().isInstance(caller)) {
            throw Problem.of(ErrorCode.NOT_ALLOWED, "This caller has no business here.");
        }
        return caller;
    }
}
